import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { formOf, seeSurveyAsLeader } from '../surveys/index.ts'
import { ExportAnswers } from './contract.ts'
import { thresholds } from './disclosure/tables.ts'
import { partOf } from './export-columns.ts'
import { sheetsOf } from './export-sheets.ts'
import { keepExport, listResponses, takeExportTurn } from './records-exports.ts'
import { mayRead } from './rules.ts'

/**
 * Answers as sheets, for who leads the table, and a line in the list of exports. Rows come in an order by chance, numbered
 * anew; where who answered is kept apart there is no time in them.
 */
export const exportAnswers = command(ExportAnswers, async ({ trx, actor, now, ground }, asked) => {
  if (!(await takeExportTurn(trx, actor.id))) throw new Refusal('too-many', 'export-running')
  const survey = await seeSurveyAsLeader(trx, actor, asked.surveyId, now)
  const responses = await listResponses(trx, survey.id)
  insist(mayRead(survey, responses.length, thresholds(survey.isSensitive)))
  const form = await formOf(trx, survey)
  const language = asked.language ?? form.settings['default_language'] ?? form.languages[0] ?? ''
  const fileAt = (id: string) => new URL(`/surveys/${survey.id}/files/${id}`, ground.settings.publicUrl).href
  const part = partOf(form, { values: asked.values, several: asked.several, language, fileAt })
  await keepExport(trx, {
    surveyId: survey.id,
    personId: actor.id,
    shape: { format: asked.format, values: asked.values, several: asked.several, language },
    responses: responses.length,
    exportedAt: now,
  })
  const sheets = sheetsOf(part, responses, { hasDays: !survey.isApart })
  const isOne = asked.format === 'csv'
  return {
    sheets: isOne ? sheets.filter(({ name }) => name === (asked.part ?? part.name)) : sheets,
    isRightToLeft: /\((?:ar|fa|ur|he|ps|ckb)\b/i.test(language),
  }
})
