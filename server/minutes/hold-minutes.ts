import type { Reader, Trx } from '#db/database.ts'
import type { Actor, Person } from '../ground.ts'
import { holdMeeting, seeMeeting } from '../meetings/index.ts'
import { Refusal } from '../refusal.ts'
import { findHeld, findMeetingOfCorrection } from './records.ts'

/** The minutes of a meeting that this person may see; one that is still to be held has none. */
export async function seeMinutes(db: Reader, actor: Actor, meetingId: string) {
  const meeting = await seeMeeting(db, actor, meetingId).catch(asMinutes)
  const minutes = await findHeld(db, meetingId)
  if (!minutes) throw new Refusal('unseen', 'minutes')
  return { meeting, minutes }
}

/** The same for an act: whatever else changes these minutes waits until it is done. */
export async function holdMinutes(trx: Trx, actor: Person, meetingId: string) {
  const meeting = await holdMeeting(trx, actor, meetingId).catch(asMinutes)
  const minutes = await findHeld(trx, meetingId)
  if (!minutes) throw new Refusal('unseen', 'minutes')
  return { meeting, minutes }
}

export async function meetingOfCorrection(db: Reader, correctionId: string): Promise<string> {
  const meetingId = await findMeetingOfCorrection(db, correctionId)
  if (!meetingId) throw new Refusal('unseen', 'minutes')
  return meetingId
}

/** A meeting that is not there for somebody has no minutes for them either: one answer for all. */
function asMinutes(thrown: unknown): never {
  throw thrown instanceof Refusal ? new Refusal('unseen', 'minutes') : thrown
}
