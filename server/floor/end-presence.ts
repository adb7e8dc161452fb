import type { Trx } from '#db/database.ts'
import { findCurrentTurn, findHand, keepHandEnd, stopTurn } from './records-floor.ts'
import { keepPresenceEnd, type PresenceHeld } from './records-presence.ts'
import type { PresenceEnd } from './words.ts'

/** Somebody leaves a seat: their hand comes down, and a turn that they had is over. */
export async function endPresence(
  trx: Trx,
  at: { meetingId: string; seatId: string },
  presence: PresenceHeld,
  endedBy: PresenceEnd,
  now: Date,
): Promise<void> {
  await keepPresenceEnd(trx, presence.id, endedBy, now)
  const hand = await findHand(trx, at.meetingId, at.seatId)
  if (hand) await keepHandEnd(trx, hand.id, 'left', now)
  const turn = await findCurrentTurn(trx, at.meetingId)
  if (turn?.seatId === at.seatId) await stopTurn(trx, turn.id, now, true)
}
