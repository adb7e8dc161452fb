import type { Group, Question, Repeat, Texts } from '#server/surveys/contract.ts'
import { choosing, type ItemType } from '#server/surveys/words.ts'

/** What stands in each field of an item's page before anything is typed. */
export type Filled = Record<string, string | string[] | undefined>

export function filledIn(item: Question | Group | Repeat, languages: readonly string[]): Filled {
  const inAll = (texts: Texts): string[] => languages.map((language) => texts[language] ?? '')
  const both = {
    name: item.name,
    label: inAll(item.label),
    hint: inAll(item.hint),
    appearance: item.appearance.join(' '),
    relevant: item.relevant?.source,
  }
  if (item.is === 'repeat') return { ...both, repeatCount: item.repeatCount?.source }
  if (item.is === 'group') return both
  const first = item.default
  const isAlways = item.required?.source === 'true()'
  return {
    ...both,
    list: item.list,
    other: item.other ? 'yes' : undefined,
    guidanceHint: inAll(item.guidanceHint),
    isRequired: isAlways ? 'yes' : undefined,
    required: isAlways ? undefined : item.required?.source,
    requiredMessage: inAll(item.requiredMessage),
    constraint: item.constraint?.source,
    constraintMessage: inAll(item.constraintMessage),
    calculation: item.calculation?.source,
    choiceFilter: item.choiceFilter?.source,
    default: first && ('value' in first ? first.value : first.source),
    readOnly: item.readOnly?.source,
    parameters: Object.entries(item.parameters)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
  }
}

/** The fields that the page of an item of this type has. */
export function shownFor(type: ItemType): string[] {
  const isGroup = type === 'group' || type === 'repeat'
  const isUnseen = type === 'calculate' || type === 'hidden'
  const always = ['name', 'label', 'appearance', 'relevant']
  if (isGroup) return [...always, 'repeatCount']
  if (isUnseen) return [...always, 'hint', 'calculation']
  if (type === 'note') return [...always, 'hint']
  const asked = [
    'hint',
    'guidanceHint',
    'isRequired',
    'required',
    'requiredMessage',
    'constraint',
    'constraintMessage',
    'calculation',
    'default',
    'readOnly',
  ]
  if (choosing.includes(type)) return [...always, ...asked, 'list', 'other', 'choiceFilter', 'parameters']
  return type === 'range' ? [...always, ...asked, 'parameters'] : [...always, ...asked]
}
