import type { Choice, SheetProblem } from '../contract.ts'
import type { SheetReason } from '../words.ts'
import { rowsOf } from './columns.ts'
import type { SheetTable } from './workbook.ts'

const words = {
  plain: ['list_name', 'name'],
  translated: ['label'],
  alias: { list: 'list_name', value: 'name', caption: 'label', 'list name': 'list_name' },
}

/** The choices of every list, in the order of the sheet; columns beside name and label are kept to filter by. */
export function readChoices(
  table: SheetTable,
  /** Cascades repeat a name under each parent, where the settings allow it. */
  { mayRepeat }: { mayRepeat: boolean },
  tell: (problem: SheetProblem) => void,
): { lists: Record<string, Choice[]>; languages: string[] } {
  // What is beside the known columns is what a choice filter asks for: no column of this sheet is unknown.
  const { rows, languages, columns } = rowsOf(table, words, (problem) => {
    if (problem.reason !== 'unknown-column') tell(problem)
  })
  const problem = (
    row: number,
    column: string,
    reason: SheetReason,
    values: Record<string, string> = {},
    severity: SheetProblem['severity'] = 'error',
  ): void => {
    tell({ severity, sheet: table.name, row, column, reason, values })
  }
  for (const column of ['list_name', 'name']) {
    if (!columns.has(column) && rows.length > 0) problem(1, '', 'column-missing', { column })
  }
  const lists = new Map<string, Choice[]>()
  const seen = new Set<string>()
  for (const row of rows) {
    const [list, name] = [row.text('list_name'), row.text('name')]
    const label = row.texts('label')
    if (list === '') {
      problem(row.row, 'list_name', 'list-missing')
      continue
    }
    if (name === '') {
      problem(row.row, 'name', 'choice-without-name', { list })
      continue
    }
    const choices = lists.get(list) ?? []
    if (/\s/.test(name)) problem(row.row, 'name', 'choice-with-space', { name })
    if (!mayRepeat && seen.has(`${list} ${name}`)) problem(row.row, 'name', 'choice-doubled', { name, list })
    seen.add(`${list} ${name}`)
    // Its name is shown then, as other programs do.
    if (Object.keys(label).length === 0)
      problem(row.row, 'label', 'choice-without-label', { name, list }, 'warning')
    choices.push({ row: row.row, name, label, more: row.more })
    lists.set(list, choices)
  }
  return { lists: Object.fromEntries(lists), languages }
}
