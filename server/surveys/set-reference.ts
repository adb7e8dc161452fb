import { parse } from 'csv-parse/sync'
import { command } from '../command.ts'
import { refuseField } from '../refusal.ts'
import { type FormDefinition, type Reference, SetReference } from './contract.ts'
import { formOf } from './form-of.ts'
import { holdDraft } from './hold-survey.ts'
import { questionsByPath } from './question-paths.ts'
import { keepReference } from './records.ts'

/** The population that participation is held against, as whoever counted it gives it out: question, choice, number. */
export const setReference = command(SetReference, async ({ trx, actor, now }, asked) => {
  const survey = await holdDraft(trx, actor, asked, now)
  const { source, table } = asked
  if (table !== undefined && source === undefined) throw refuseField('source', 'needed')
  const reference =
    table === undefined || source === undefined
      ? null
      : { source, counts: countsIn(table, await formOf(trx, survey)) }
  await keepReference(trx, survey.id, reference, now)
  return { surveyId: survey.id }
})

function countsIn(table: string, form: FormDefinition): Reference['counts'] {
  const questions = questionsByPath(form)
  const counts: Reference['counts'] = {}
  rowsOf(table).forEach(([path = '', choice = '', number = ''], index) => {
    const line = index + 1
    const list = questions.get(path)?.list
    // Headings, in whatever language.
    if (line === 1 && list === undefined && !/^\d/.test(number)) return
    if (list === undefined) throw refuseField('table', 'reference-question-unknown', { line, question: path })
    if (!(form.lists[list] ?? []).some(({ name }) => name === choice))
      throw refuseField('table', 'reference-choice-unknown', { line, choice })
    if (!/^\d{1,12}$/.test(number)) throw refuseField('table', 'reference-number-wrong', { line })
    counts[path] = { ...counts[path], [choice]: Number(number) }
  })
  return counts
}

function rowsOf(table: string): string[][] {
  try {
    const delimiter = (table.split('\n')[0] ?? '').includes(';') ? ';' : ','
    return parse(table, {
      delimiter,
      trim: true,
      skipEmptyLines: true,
      bom: true,
      relaxColumnCount: true,
    })
  } catch {
    throw refuseField('table', 'file-not-readable', { where: 'CSV' })
  }
}
