import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { type CodesShown, OfSurvey } from './contract.ts'
import { seeSurvey } from './hold-survey.ts'
import { listCodesMade } from './records-codes.ts'

/** For whom one may make codes of a survey, and how many there are. */
export const showCodes = query(OfSurvey, async ({ db, actor, now }, { surveyId }): Promise<CodesShown> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const survey = await seeSurvey(db, actor, surveyId, now)
  if (!survey.access.includes('code')) throw new Refusal('unseen', 'survey')
  const leads = mayLead(await powersAt(db, actor, { tableId: survey.tableId }, now)) === true
  const organisations = await listCodesMade(db, survey, actor.id, leads, romeDay(now))
  if (organisations.length === 0) throw new Refusal('forbidden', 'only-for-representatives')
  return { survey: { id: survey.id, title: survey.title }, organisations }
})
