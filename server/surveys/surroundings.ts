import type { Choice, FormDefinition, Item, Texts } from './contract.ts'
import type { AnswerNode, Places } from './expressions/answer-node.ts'
import type { Surroundings } from './expressions/values.ts'

/** Where every name of a form stands; one that stands twice is left out, and no expression may ask for it. */
export function placesOf(items: Item[]): Places {
  const found = new Map<string, readonly string[] | undefined>()
  const look = (items: Item[], above: readonly string[]): void => {
    for (const item of items) {
      const path = [...above, item.name]
      found.set(item.name, found.has(item.name) ? undefined : path)
      if (item.is === 'group' || item.is === 'repeat') look(item.items, path)
    }
  }
  look(items, [])
  return Object.fromEntries([...found].flatMap(([name, path]) => (path ? [[name, path]] : [])))
}

/** What expressions of a form may ask for, in one of its languages as the sheet names it (`العربية (ar)`). */
export function surroundingsOf(
  form: FormDefinition,
  asked: Pick<Surroundings, 'now' | 'zone' | 'language' | 'random' | 'matches'>,
): Surroundings {
  const choices = new Map<string, Choice[]>()
  const look = (items: Item[]): void => {
    for (const item of items) {
      if (item.is === 'group' || item.is === 'repeat') look(item.items)
      else if (item.is === 'question' && item.list !== undefined)
        choices.set(item.name, form.lists[item.list] ?? [])
    }
  }
  look(form.items)
  const say = (texts: Texts): string => spokenIn(texts, asked.language, form)
  return {
    now: asked.now,
    zone: asked.zone,
    language: languageCode(asked.language),
    random: asked.random,
    matches: asked.matches,
    choiceLabel: (question, name) =>
      say(choices.get(question)?.find((choice) => choice.name === name)?.label ?? {}),
    list: (name) => {
      const list = Object.hasOwn(form.lists, name) ? form.lists[name] : undefined
      return list && listNode(name, list, say)
    },
  }
}

/** The words in a language, or in the form's own, or in any there is. */
export function spokenIn(texts: Texts, language: string, form: FormDefinition): string {
  return (
    texts[language] ??
    texts[form.settings['default_language'] ?? ''] ??
    texts[''] ??
    Object.values(texts)[0] ??
    ''
  )
}

/** `ar` of `العربية (ar)`. */
export function languageCode(language: string): string {
  const code = /\(([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)\s*$/.exec(language)?.[1]
  return code ?? 'it'
}

/** As an ODK form holds a list: `instance('list')/root/item[…]/name`. */
function listNode(name: string, list: Choice[], say: (texts: Texts) => string): AnswerNode {
  const top: AnswerNode = { name, value: '', parent: undefined, children: [] }
  const root: AnswerNode = { name: 'root', value: '', parent: top, children: [] }
  top.children.push(root)
  root.children = list.map((choice) => choiceNode(choice, say, root))
  return top
}

/** A choice as a place: a choice filter asks for its columns by their bare names. */
function choiceNode(choice: Choice, say: (texts: Texts) => string, parent: AnswerNode): AnswerNode {
  const item: AnswerNode = { name: 'item', value: '', parent, children: [] }
  const columns = { ...choice.more, name: choice.name, label: say(choice.label) }
  item.children = Object.entries(columns).map(([name, value]) => ({
    name,
    value,
    parent: item,
    children: [],
  }))
  return item
}
