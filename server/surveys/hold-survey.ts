import type { Reader, Trx } from '#db/database.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import type { Actor, Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import type { SurveySeen } from './contract.ts'
import { findSurvey } from './records.ts'
import { mayRevise } from './rules.ts'

/** A survey that this person may see; a draft is only for who leads its table. For reading. */
export async function seeSurvey(db: Reader, actor: Actor, surveyId: string, now: Date): Promise<SurveySeen> {
  const survey = await findSurvey(db, actor, surveyId)
  if (!survey) throw new Refusal('unseen', 'survey')
  if (survey.state === 'draft' && !(await leads(db, actor, survey, now)))
    throw new Refusal('unseen', 'survey')
  return survey
}

/** One that its chair or secretary reads as they do who lead it: what it says and how it stands. */
export async function seeSurveyAsLeader(
  db: Reader,
  actor: Actor,
  surveyId: string,
  now: Date,
): Promise<SurveySeen> {
  const survey = await seeSurvey(db, actor, surveyId, now)
  insist(mayLead(await powersAt(db, actor, { tableId: survey.tableId }, now)))
  return survey
}

/** One that its chair or secretary is about to change or turn; locked. */
export async function holdSurvey(trx: Trx, actor: Person, surveyId: string, now: Date): Promise<SurveySeen> {
  const survey = await findSurvey(trx, actor, surveyId, 'change')
  if (!survey) throw new Refusal('unseen', 'survey')
  const verdict = mayLead(await powersAt(trx, actor, { tableId: survey.tableId }, now))
  if (verdict !== true && survey.state === 'draft') throw new Refusal('unseen', 'survey')
  insist(verdict)
  return survey
}

/** A draft of which the reader saw this version. */
export async function holdDraft(
  trx: Trx,
  actor: Person,
  asked: { surveyId: string; version: number },
  now: Date,
): Promise<SurveySeen> {
  const survey = await holdSurvey(trx, actor, asked.surveyId, now)
  insist(mayRevise(survey, asked.version))
  return survey
}

async function leads(db: Reader, actor: Actor, { tableId }: SurveySeen, now: Date): Promise<boolean> {
  return mayLead(await powersAt(db, actor, { tableId }, now)) === true
}
