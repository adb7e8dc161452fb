import { query } from '../query.ts'
import { formOf, seeSurveyAsLeader } from '../surveys/index.ts'
import { ListExports, type ExportsListed } from './contract.ts'
import { thresholds } from './disclosure/tables.ts'
import { repeatsOf } from './export-columns.ts'
import { countResponses } from './records-counts.ts'
import { listExportsOf } from './records-exports.ts'
import { mayRead } from './rules.ts'
import { isRefusal } from '../refusal.ts'

/** Who took answers out, when and in what shape; for who leads the table. */
export const listExports = query(
  ListExports,
  async ({ db, actor, now }, { surveyId }): Promise<ExportsListed> => {
    const survey = await seeSurveyAsLeader(db, actor, surveyId, now)
    const form = await formOf(db, survey)
    const verdict = mayRead(survey, await countResponses(db, surveyId), thresholds(survey.isSensitive))
    return {
      survey: { id: surveyId, title: survey.title, isApart: survey.isApart, languages: form.languages },
      parts: repeatsOf(form.items),
      exports: await listExportsOf(db, surveyId),
      waits: isRefusal(verdict) ? verdict.reason : null,
    }
  },
)
