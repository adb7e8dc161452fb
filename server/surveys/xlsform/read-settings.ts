import type { SheetProblem } from '../contract.ts'
import { rowsOf } from './columns.ts'
import type { SheetTable } from './workbook.ts'

const words = {
  plain: [
    'form_title',
    'form_id',
    'version',
    'default_language',
    'style',
    'instance_name',
    'allow_choice_duplicates',
  ],
  translated: [],
  alias: { title: 'form_title', id_string: 'form_id', set_form_title: 'form_title', set_form_id: 'form_id' },
}

/** The one row of settings; those that mean nothing here are kept and named. */
export function readSettings(
  table: SheetTable,
  tell: (problem: SheetProblem) => void,
): Record<string, string> {
  const { rows } = rowsOf(table, words, tell)
  const [first, second] = rows
  if (second) {
    const at = { sheet: table.name, row: second.row, column: '', values: {} }
    tell({ severity: 'warning', reason: 'settings-more-than-one', ...at })
  }
  const known = words.plain.flatMap((name): [string, string][] => {
    const text = first?.text(name) ?? ''
    return text === '' ? [] : [[name, text]]
  })
  return { ...Object.fromEntries(known), ...first?.more }
}
