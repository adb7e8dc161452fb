import type { Choice, FormDefinition, Item, Question, Texts } from '../surveys/contract.ts'
import type { ExportAnswers } from './contract.ts'

type Cell = string | number | null
type Answers = { [name: string]: unknown }

/** A column of a sheet: its heading, and what of a response (or of one turn of it) stands in it. */
export type Column = { heading: string; cell: (answers: Answers) => Cell }
/** What goes on one sheet: those who answered, or the turns of a repeat. */
export type Part = { name: string; above: string[]; columns: Column[]; repeats: Part[] }

type Shape = Pick<ExportAnswers, 'values' | 'several'> & { language: string; fileAt: (id: string) => string }

/**
 * The columns as users of KoBo expect them: by names or by the words of a language, groups parted by `/`, a question with
 * several choices in one column, in one of 0 and 1 for each, or both; each repeat is a sheet of its own.
 */
export function partOf(form: FormDefinition, shape: Shape): Part {
  return partAt(form.items, { form, shape, name: 'responses', above: [], headings: [] })
}

type At = { form: FormDefinition; shape: Shape; name: string; above: string[]; headings: string[] }

function partAt(items: readonly Item[], at: At): Part {
  const part: Part = { name: at.name, above: at.above, columns: [], repeats: [] }
  const look = (items: readonly Item[], path: string[], headings: string[]): void => {
    for (const item of items) {
      if (item.is === 'unasked' || (item.is === 'question' && item.type === 'note')) continue
      const here = [...path, item.name]
      const headed = [...headings, headingOf(item, at)]
      if (item.is === 'group') look(item.items, here, headed)
      else if (item.is === 'repeat')
        part.repeats.push(partAt(item.items, { ...at, name: item.name, above: here, headings: headed }))
      else part.columns.push(...columnsOf(item, { here, heading: headed.join('/'), at }))
    }
  }
  look(items, [], at.headings)
  return part
}

function headingOf({ name, label }: Item, { shape, form }: At): string {
  return shape.values === 'names' ? name : wordsIn(label, shape.language, form) || name
}

function columnsOf(
  question: Question,
  { here, heading, at }: { here: string[]; heading: string; at: At },
): Column[] {
  const { shape, form } = at
  const choices = question.list === undefined ? [] : (form.lists[question.list] ?? [])
  const named = (choice: Pick<Choice, 'name' | 'label'>) =>
    shape.values === 'names' ? choice.name : wordsIn(choice.label, shape.language, form) || choice.name
  const said = (name: string) => named(choices.find((choice) => choice.name === name) ?? { name, label: {} })
  const whole = (cell: (stored: string) => Cell): Column => ({
    heading,
    cell: (answers) => cell(storedAt(answers, here)),
  })
  const other: Column[] = question.other
    ? [
        {
          heading: `${heading}_other`,
          cell: (answers) => storedAt(answers, [...here.slice(0, -1), `${question.name}_other`]),
        },
      ]
    : []
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'range':
      return [whole((stored) => (stored === '' || Number.isNaN(Number(stored)) ? stored : Number(stored)))]
    case 'image':
    case 'audio':
    case 'file':
      return [whole((stored) => (stored === '' ? '' : shape.fileAt(stored)))]
    case 'geopoint':
      return [
        whole((stored) => stored),
        ...['latitude', 'longitude', 'altitude', 'precision'].map((name, index) => ({
          heading: [...heading.split('/').slice(0, -1), `_${heading.split('/').at(-1)}_${name}`].join('/'),
          cell: (answers: Answers) => {
            const stored = storedAt(answers, here).split(' ')[index]
            return stored === undefined || stored === '' ? null : Number(stored)
          },
        })),
      ]
    case 'select_multiple': {
      const one = whole((stored) => stored.split(' ').filter(Boolean).map(said).join(' '))
      const each = [...choices, ...(question.other ? [{ name: 'other', label: {} }] : [])].map(
        (choice): Column => ({
          heading: `${heading}/${named(choice)}`,
          cell: (answers) => {
            const stored = storedAt(answers, here)
            return stored === '' ? null : Number(stored.split(' ').includes(choice.name))
          },
        }),
      )
      return [...(shape.several === 'each' ? [] : [one]), ...(shape.several === 'one' ? [] : each), ...other]
    }
    case 'rank':
      return [whole((stored) => stored.split(' ').filter(Boolean).map(said).join(' '))]
    case 'select_one':
      return [whole((stored) => (stored === '' ? '' : said(stored))), ...other]
    case 'acknowledge':
    case 'calculate':
    case 'date':
    case 'dateTime':
    case 'hidden':
    case 'note':
    case 'text':
    case 'time':
      return [whole((stored) => stored)]
  }
}

/** What is stored at a path of names, `''` where nothing is. */
export function storedAt(answers: unknown, path: readonly string[]): string {
  const found = within(answers, path)
  return typeof found === 'string' ? found : ''
}

export function within(answers: unknown, path: readonly string[]): unknown {
  let now = answers
  for (const name of path) {
    if (typeof now !== 'object' || now === null || !Object.hasOwn(now, name)) return undefined
    now = (now as Answers)[name]
  }
  return now
}

function wordsIn(texts: Texts, language: string, form: FormDefinition): string {
  const said = new Map(Object.entries(texts))
  const [first = ''] = said.values()
  return said.get(language) ?? said.get(form.settings['default_language'] ?? '') ?? said.get('') ?? first
}

/** The names of the repeats, each of which is a sheet. */
export function repeatsOf(items: readonly Item[]): string[] {
  return items.flatMap((item) =>
    item.is === 'group'
      ? repeatsOf(item.items)
      : item.is === 'repeat'
        ? [item.name, ...repeatsOf(item.items)]
        : [],
  )
}
