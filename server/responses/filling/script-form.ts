import type { Choice, Expression, FormDefinition, Item, Question, Texts } from '../../surveys/contract.ts'
import { spokenIn } from '../../surveys/expressions/index.ts'

/** A form as the script of a page works it out: with every rule, and no word that the page has drawn already. */
export type ScriptForm = FormDefinition

type Reading = { form: FormDefinition; language: string; names: readonly string[] | null }

const made = new WeakMap<FormDefinition, Map<string, ScriptForm>>()

/** In one language. Of what is asked on other pages only what the rules of this one may look at: `names` are this page's; null is all. */
export function scriptForm(
  form: FormDefinition,
  language: string,
  names: readonly string[] | null,
): ScriptForm {
  const kept = made.get(form) ?? new Map<string, ScriptForm>()
  made.set(form, kept)
  const key = JSON.stringify([language, names])
  const found = kept.get(key) ?? scriptFormMade(form, language, names)
  kept.set(key, found)
  return found
}

function scriptFormMade(form: FormDefinition, language: string, names: readonly string[] | null): ScriptForm {
  const items = form.items.map((item) => light(item, { form, language, names }))
  const rules = JSON.stringify(items)
  const asksLists = /"choiceFilter"|"calls":"instance"/.test(rules)
  const asksLabels = asksLists || rules.includes('"calls":"jr:choice-name"')
  const lists = Object.entries(form.lists).map(([name, choices]): [string, Choice[]] => [
    name,
    choices.map((choice) => ({
      row: 0,
      name: choice.name,
      label: asksLabels ? said(choice.label, form, language) : {},
      more: asksLists ? choice.more : {},
    })),
  ])
  return { languages: form.languages, settings: {}, items, lists: Object.fromEntries(lists) }
}

/** Whether anything on these pages changes with what is answered. */
export function hasRules(items: readonly Item[]): boolean {
  return items.some((item) => {
    if (item.is === 'unasked') return false
    if (item.relevant || isFilledIn(item.label) || isFilledIn(item.hint)) return true
    if (item.is !== 'question') return hasRules(item.items)
    return Boolean(item.constraint ?? item.calculation ?? item.choiceFilter) || isSometimes(item.required)
  })
}

/** Whether a question must be answered may go by other answers. */
function isSometimes(required: Expression | undefined): boolean {
  return required !== undefined && required.source !== 'true()'
}

function light(item: Item, reading: Reading): Item {
  const { form, language, names } = reading
  const isHere = names === null || names.includes(item.name)
  const words = (texts: Texts) => (isHere && isFilledIn(texts) ? said(texts, form, language) : {})
  const alike = {
    row: 0,
    name: item.name,
    label: words(item.label),
    hint: words(item.hint),
    appearance: item.appearance,
    more: {},
    ...(item.relevant ? { relevant: tree(item.relevant) } : {}),
  }
  switch (item.is) {
    case 'unasked':
      return { ...alike, is: 'unasked', type: item.type }
    case 'question':
      return { ...alike, ...lightQuestion(item, reading, isHere) }
    case 'group':
      return { ...alike, is: 'group', items: insideOf(item.items, reading, isHere) }
    case 'repeat':
      return {
        ...alike,
        is: 'repeat',
        items: insideOf(item.items, reading, isHere),
        ...(item.repeatCount ? { repeatCount: tree(item.repeatCount) } : {}),
      }
  }
}

function insideOf(items: Item[], reading: Reading, isHere: boolean): Item[] {
  return items.map((item) => light(item, isHere ? { ...reading, names: null } : reading))
}

const rules = ['calculation', 'choiceFilter', 'readOnly'] as const
const judging = ['required', 'constraint'] as const

function lightQuestion(item: Question, { form, language }: Reading, isHere: boolean) {
  const kept = isHere ? [...rules, ...judging] : rules
  return {
    is: 'question' as const,
    type: item.type,
    guidanceHint: {},
    requiredMessage: isHere ? said(item.requiredMessage, form, language) : {},
    constraintMessage: isHere ? said(item.constraintMessage, form, language) : {},
    parameters: item.parameters,
    ...(item.list === undefined ? {} : { list: item.list }),
    ...(item.other ? { other: item.other } : {}),
    ...(item.default ? { default: 'tree' in item.default ? tree(item.default) : item.default } : {}),
    ...Object.fromEntries(kept.flatMap((name) => (item[name] ? [[name, tree(item[name])]] : []))),
  }
}

/** As it is worked out; how it was written is its author's. */
function tree(expression: Expression): Expression {
  return { source: '', tree: expression.tree }
}

function said(texts: Texts, form: FormDefinition, language: string): Texts {
  return Object.keys(texts).length === 0 ? {} : { [language]: spokenIn(texts, language, form) }
}

/** Words that name an answer: they change with it. */
function isFilledIn(texts: Texts): boolean {
  return Object.values(texts).some((text) => text.includes('${'))
}
