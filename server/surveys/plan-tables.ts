import { command } from '../command.ts'
import { insist, refuseField } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { type FormDefinition, type Plan, PlanTables, type Question } from './contract.ts'
import { formOf } from './form-of.ts'
import { holdDraft } from './hold-survey.ts'
import { questionsByPath } from './question-paths.ts'
import { keepPlan } from './records.ts'
import { countable, surveyLimits } from './words.ts'

/** What will be published, declared before anybody answers: which questions, which pairs of them, and on which days. */
export const planTables = command(PlanTables, async ({ trx, actor, now }, asked) => {
  const survey = await holdDraft(trx, actor, asked, now)
  const form = await formOf(trx, survey)
  const questions = questionsByPath(form)
  const counted = (path: string, field: string): Question => {
    const question = questions.get(path)
    if (!question || !countable.includes(question.type)) throw refuseField(field, 'not-in-list')
    return question
  }
  const single = [...new Set(asked.single)].map((rows) => ({ rows, columns: null }))
  const pairs = asked.pairRows.flatMap((rows, index): { rows: string; columns: string }[] => {
    const columns = asked.pairColumns[index]
    if (rows === undefined && columns === undefined) return []
    if (rows === undefined) throw refuseField('pairRows', 'needed')
    if (columns === undefined) throw refuseField('pairColumns', 'needed')
    if (rows === columns) throw refuseField('pairColumns', 'pair-of-one')
    return [{ rows, columns }]
  })
  if (new Set(pairs.map((pair) => [pair.rows, pair.columns].sort().join(' '))).size < pairs.length)
    throw refuseField('pairRows', 'pair-doubled')
  const tables = [...single, ...pairs]
  if (tables.length > surveyLimits.tables)
    throw refuseField('pairRows', 'too-many-tables', { most: surveyLimits.tables })
  const merges: Plan['merges'] = {}
  for (const { rows } of single) merges[rows] = orderOf(form, counted(rows, 'single'))
  for (const { rows, columns } of pairs) {
    merges[rows] = orderOf(form, counted(rows, 'pairRows'))
    merges[columns] = orderOf(form, counted(columns, 'pairColumns'))
  }
  const days = [...new Set(asked.day.flatMap((each) => each ?? []))].sort()
  if (days.some((each) => each < romeDay(now))) throw refuseField('day', 'must-be-later')
  if (days.length > surveyLimits.days) throw refuseField('day', 'too-big', { most: surveyLimits.days })
  insist(tables.length > 0 && days.length === 0 ? refuseField('day', 'needed') : true)
  await keepPlan(trx, survey.id, { tables, merges, days }, now)
  return { surveyId: survey.id }
})

/** Choices are merged with the one beside them, in the order in which the form has them. */
function orderOf(form: FormDefinition, { list }: Question): string[] {
  return list === undefined ? [] : [...new Set((form.lists[list] ?? []).map(({ name }) => name))]
}
