import { singleStatement } from '../command.ts'
import { KeepPlace } from './contract.ts'
import { keepSeen } from './records-presence.ts'
import { pageSeconds } from './words.ts'

/** A page of the meeting was opened: a place that is taken is kept for a while longer. Changes nothing for others. */
export const keepPlace = singleStatement(KeepPlace, async ({ db, actor, now }, { meetingId }) => {
  await keepSeen(db, meetingId, actor.id, new Date(now.getTime() + pageSeconds * 1_000))
  return { meetingId }
})
