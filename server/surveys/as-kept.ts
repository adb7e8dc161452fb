import type { FormDefinition } from './contract.ts'
import { readTables } from './xlsform/read-form.ts'
import { sheetsOf, tablesOf } from './xlsform/rows-of-form.ts'

/** The same form with the rows of the spreadsheet that it would be written to: remarks and empty lines are gone. */
export function asKept(form: FormDefinition): FormDefinition {
  return readTables(tablesOf(sheetsOf(form))).form ?? form
}
