import type { Act } from '../command.ts'
import { Refusal, type FieldRefusal } from '../refusal.ts'
import type { FormDefinition, SheetProblem } from './contract.ts'
import { fieldOfColumn } from './editing/item-cells.ts'
import { formOf } from './form-of.ts'
import { holdDraft } from './hold-survey.ts'
import { keepRevised } from './keep-revised.ts'
import { unfinished } from './words.ts'
import { readTables } from './xlsform/read-form.ts'
import { sheetsOf, tablesOf, type Sheets } from './xlsform/rows-of-form.ts'

/** The sheets as they were changed, and which row of the survey sheet was typed, from 0. */
type Edited = { sheets: Sheets; row?: number }

/**
 * Changes a draft's form as its author would in the spreadsheet, and reads it again as if it had been uploaded: what may stand
 * there is judged in one place. Wrong cells of the row that was typed are refused at their fields, those of others by name.
 */
export async function reviseForm(
  { trx, actor, now }: Pick<Act, 'trx' | 'actor' | 'now'>,
  asked: { surveyId: string; version: number },
  edit: (sheets: Sheets, form: FormDefinition) => Edited,
): Promise<{ surveyId: string }> {
  const survey = await holdDraft(trx, actor, asked, now)
  const before = await formOf(trx, survey)
  const { sheets, row } = edit(sheetsOf(before), before)
  const { form, problems } = readTables(tablesOf(sheets))
  const wrong = problems.filter(
    ({ severity, reason }) => severity === 'error' && !unfinished.includes(reason),
  )
  if (wrong.length > 0 || !form) throw refusedCells(wrong, sheets, row)
  await keepRevised(trx, survey, form, now)
  return { surveyId: survey.id }
}

function refusedCells(wrong: SheetProblem[], sheets: Sheets, typed: number | undefined): Refusal {
  const fields: Record<string, FieldRefusal> = {}
  for (const { sheet, row, column, reason, values } of wrong) {
    const isTyped = sheet === 'survey' && typed !== undefined && row === typed + 2
    const rows = sheet === 'survey' ? sheets.survey : sheet === 'choices' ? sheets.choices : []
    const name = rows[row - 2]?.['name'] ?? ''
    const field = isTyped ? fieldOfColumn(column) : `${sheet} ${row} ${column}`
    fields[field] ??= { reason, values: isTyped ? values : { ...values, where: name } }
  }
  return new Refusal('invalid', 'fields', { fields })
}
