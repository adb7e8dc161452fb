import type { Reader, Trx } from '#db/database.ts'
import { powersAt } from '../consultations/index.ts'
import type { Actor, Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { findMeeting, type MeetingHeld } from './records.ts'
import { mayRun } from './rules.ts'

/** A meeting that this person may see, or it is not there. */
export async function seeMeeting(db: Reader, actor: Actor, meetingId: string): Promise<MeetingHeld> {
  const meeting = await findMeeting(db, actor, meetingId)
  if (!meeting) throw new Refusal('unseen', 'meeting')
  return meeting
}

/** A meeting that this person takes part in; it stays as it is until the transaction ends. */
export async function holdMeeting(trx: Trx, actor: Person, meetingId: string): Promise<MeetingHeld> {
  const meeting = await findMeeting(trx, actor, meetingId, 'change')
  if (!meeting) throw new Refusal('unseen', 'meeting')
  return meeting
}

/** A meeting that its chair or secretary is about to change. */
export async function holdMeetingToRun(
  trx: Trx,
  actor: Person,
  meetingId: string,
  now: Date,
): Promise<MeetingHeld> {
  const meeting = await holdMeeting(trx, actor, meetingId)
  insist(mayRun(await powersAt(trx, actor, { tableId: meeting.tableId }, now)))
  return meeting
}
