import type { Database, Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import type { ResponseBegun, SurveyAnswered } from './contract.ts'
import { findBegun, findSurveyAnswered } from './records.ts'
import { hashOf } from './secrets.ts'

/** A survey that this actor may answer or read about; what is still being composed is only its composers'. */
export async function seeSurveyAnswered(
  db: Reader,
  actor: Actor,
  surveyId: string,
): Promise<{ survey: SurveyAnswered; isInside: boolean }> {
  const found = await findSurveyAnswered(db, actor, surveyId)
  if (!found) throw new Refusal('unseen', 'survey')
  return found
}

/** A begun response, by its code. One that was sent, forgotten or never there answers alike. */
export async function seeBegun(
  db: Database,
  asked: { surveyId: string; key: string },
): Promise<ResponseBegun> {
  const found = await findBegun(db, { surveyId: asked.surveyId, keyHash: hashOf(asked.key) })
  if (!found) throw new Refusal('unseen', 'response')
  return found
}
