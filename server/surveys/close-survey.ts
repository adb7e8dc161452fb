import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { OfSurvey } from './contract.ts'
import { holdSurvey } from './hold-survey.ts'
import { turnSurveyClosed } from './turn-survey.ts'

/** The chair or secretary closes a survey before its date; it is never opened again. */
export const closeSurvey = command(OfSurvey, async ({ trx, actor, now, announce }, { surveyId }) => {
  const survey = await holdSurvey(trx, actor, surveyId, now)
  if (survey.state !== 'open') throw new Refusal('conflict', 'survey-not-open')
  await turnSurveyClosed(trx, survey, now < survey.closesAt ? now : survey.closesAt, announce)
  return { surveyId }
})
