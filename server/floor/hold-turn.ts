import type { Trx } from '#db/database.ts'
import { powersAt } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { holdMeeting, mayRun } from '../meetings/index.ts'
import { Refusal } from '../refusal.ts'
import { findTurn } from './records-floor.ts'

/** A turn in a meeting that stays as it is until the transaction ends, and whether this person runs the meeting. */
export async function holdTurn(
  trx: Trx,
  actor: Person,
  { meetingId, turnId }: { meetingId: string; turnId: string },
  now: Date,
) {
  const meeting = await holdMeeting(trx, actor, meetingId)
  const turn = await findTurn(trx, meetingId, turnId)
  if (!turn) throw new Refusal('unseen', 'turn')
  const verdict = mayRun(await powersAt(trx, actor, { tableId: meeting.tableId }, now))
  return { meeting, turn, verdict }
}
