import type { KeepItem } from '../contract.ts'
import { choosing } from '../words.ts'
import { heading, type Cells } from '../xlsform/rows-of-form.ts'

const spokenColumns = {
  label: 'label',
  hint: 'hint',
  guidance_hint: 'guidanceHint',
  required_message: 'requiredMessage',
  constraint_message: 'constraintMessage',
} as const

const plainColumns = {
  relevant: 'relevant',
  constraint: 'constraint',
  calculation: 'calculation',
  choice_filter: 'choiceFilter',
  default: 'default',
  read_only: 'readOnly',
  repeat_count: 'repeatCount',
  appearance: 'appearance',
  parameters: 'parameters',
} as const

/** The field of the composing page that a column of the sheet is typed in. */
export function fieldOfColumn(column: string): string {
  return { ...spokenColumns, ...plainColumns }[column as 'label'] ?? column
}

/** What was typed about an item as a row of the sheet; columns that the page does not show stay as they were. */
export function cellsOf(
  asked: KeepItem,
  given: { name: string; list: string | undefined; languages: string[]; was: Cells },
): Cells {
  const { name, list, languages, was } = given
  const shown = new Set([
    'type',
    'name',
    'required',
    ...Object.keys(plainColumns),
    ...Object.keys(spokenColumns).flatMap((column) => languages.map((language) => heading(column, language))),
  ])
  const kept = Object.entries(was).filter(([column]) => !shown.has(column))
  const cells: [string, string | undefined][] = [
    ['type', typeOf(asked, list)],
    ['name', name],
    ...Object.entries(spokenColumns).flatMap(([column, field]) =>
      languages.map((language, index): [string, string | undefined] => [
        heading(column, language),
        asked[field][index],
      ]),
    ),
    ['required', asked.required ?? asked.isRequired],
    ...Object.entries(plainColumns).map(([column, field]): [string, string | undefined] => [
      column,
      asked[field],
    ]),
    ...kept,
  ]
  return Object.fromEntries(cells.filter((cell): cell is [string, string] => (cell[1] ?? '') !== ''))
}

function typeOf({ type, other }: KeepItem, list: string | undefined): string {
  if (type === 'group' || type === 'repeat') return `begin_${type}`
  if (!choosing.includes(type)) return type
  return `${type} ${list ?? ''}${other && type !== 'rank' ? ' or_other' : ''}`.trim()
}
