import type { FormDefinition, Item, Texts } from '#server/surveys/contract.ts'

/** One line of the outline of a form. */
export type OutlineLine = {
  path: string
  depth: number
  type: string
  isGroup: boolean
  isUnasked: boolean
  said: string
  language: string
  list: string | null
  isRequired: boolean
  relevant: string | null
  /** The ways it may be moved. */
  ways: ('up' | 'down' | 'in' | 'out')[]
}

/** The items of a form in their order, as short as they can be said. */
export function outlineOf(form: FormDefinition): OutlineLine[] {
  const language = mainLanguage(form)
  const lines: OutlineLine[] = []
  const look = (items: Item[], above: string, depth: number): void => {
    items.forEach((item, index) => {
      const path = above === '' ? item.name : `${above}/${item.name}`
      const before = items[index - 1]
      lines.push({
        path,
        depth,
        type: item.is === 'question' || item.is === 'unasked' ? item.type : item.is,
        isGroup: item.is === 'group' || item.is === 'repeat',
        isUnasked: item.is === 'unasked',
        said: saidIn(item.label, language),
        language,
        list: (item.is === 'question' && item.list) || null,
        isRequired: item.is === 'question' && item.required !== undefined,
        relevant: item.relevant?.source ?? null,
        ways: [
          ...(before ? (['up'] as const) : []),
          ...(index + 1 < items.length ? (['down'] as const) : []),
          ...(before?.is === 'group' || before?.is === 'repeat' ? (['in'] as const) : []),
          ...(depth > 0 ? (['out'] as const) : []),
        ],
      })
      if (item.is === 'group' || item.is === 'repeat') look(item.items, path, depth + 1)
    })
  }
  look(form.items, '', 0)
  return lines
}

export function mainLanguage({ languages, settings }: FormDefinition): string {
  const preferred = settings['default_language']
  return languages.find((each) => each === preferred) ?? languages[0] ?? ''
}

export function saidIn(texts: Texts, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? ''
}

/** `ar` of `العربية (ar)`, for the mark-up of what is said in it. */
export function codeOf(language: string): string | undefined {
  return /\(([A-Za-z-]{2,12})\)\s*$/.exec(language)?.[1]
}

/** The item at a path, when there is one. */
export function itemAt(form: FormDefinition, path: string): Item | undefined {
  let items = form.items
  let found: Item | undefined
  for (const name of path.split('/')) {
    found = items.find((item) => item.name === name)
    items = found && (found.is === 'group' || found.is === 'repeat') ? found.items : []
  }
  return found
}
