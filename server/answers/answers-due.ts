import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { AnswersDue } from './contract.ts'
import { listDueFrom } from './records-lists.ts'

/** What awaits this official's answer, the most urgent first. */
export const answersDue = query(AnswersDue, async ({ db, actor, now }) => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  return listDueFrom(db, actor, romeDay(now), 100)
})
