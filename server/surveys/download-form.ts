import { query } from '../query.ts'
import { OfSurvey } from './contract.ts'
import { formOf } from './form-of.ts'
import { seeSurveyAsLeader } from './hold-survey.ts'
import { writeForm } from './xlsform/write-form.ts'

/** The survey as a spreadsheet again, which reads as the same survey. In base64: text goes through both doors. */
export const downloadForm = query(OfSurvey, async ({ db, actor, now }, { surveyId }) => {
  const survey = await seeSurveyAsLeader(db, actor, surveyId, now)
  const file = await writeForm(await formOf(db, survey))
  return { title: survey.title, file: Buffer.from(file).toString('base64') }
})
