import type { FormDefinition, SheetProblem } from './contract.ts'
import { readTables } from './xlsform/read-form.ts'
import { sheetsOf, tablesOf } from './xlsform/rows-of-form.ts'

/** What the author of a form that is kept must hear of, by the rows of the spreadsheet it would be written to. */
export function problemsOf(form: FormDefinition): SheetProblem[] {
  return readTables(tablesOf(sheetsOf(form))).problems
}
