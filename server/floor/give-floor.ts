import { randomUUID } from 'node:crypto'
import { command } from '../command.ts'
import { holdMeetingToRun, mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { GiveFloor } from './contract.ts'
import * as records from './records-floor.ts'
import { findPresent } from './records-presence.ts'
import { mayBeGiven } from './rules.ts'

/** The chair gives the floor to a seat with its hand up; the turn that was on is over. Given twice at once, it is given once. */
export const giveFloor = command(
  GiveFloor,
  async ({ trx, actor, now, announce }, { meetingId, seatId, after }) => {
    const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
    insist(mustBeOpen(meeting))
    const current = await records.findCurrentTurn(trx, meetingId)
    if (current && current.seatId === seatId && current.id !== after)
      return { turnId: current.id, roomId: meeting.roomId }
    const present = await findPresent(trx, meetingId, seatId)
    const hand = await records.findHand(trx, meetingId, seatId)
    insist(mayBeGiven(after, current, present, hand))
    if (!hand) throw new Error('A floor is given to a hand')
    if (current) await records.stopTurn(trx, current.id, now, true)
    await records.keepHandEnd(trx, hand.id, 'given', now)
    const turnId = randomUUID()
    await records.keepTurn(trx, {
      id: turnId,
      meetingId,
      seatId,
      personId: hand.personId,
      handId: hand.id,
      kind: hand.kind,
      givenBy: actor.id,
      givenAt: now,
    })
    await announce({
      streamId: meeting.roomId,
      name: 'floor-given',
      about: turnId,
      body: { meetingId, seatId },
    })
    return { turnId, roomId: meeting.roomId }
  },
)
