import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { holdMeeting, mayRun } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { LowerHand } from './contract.ts'
import * as records from './records-floor.ts'
import { mayLowerHand } from './rules.ts'

/** Takes one's hand down; whoever runs the meeting may take down any. A hand that is down stays down. */
export const lowerHand = command(LowerHand, async ({ trx, actor, now, announce }, { meetingId, seatId }) => {
  const meeting = await holdMeeting(trx, actor, meetingId)
  const powers = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
  const hand = await records.findHand(trx, meetingId, seatId)
  insist(mayLowerHand(powers.seats, seatId, hand, actor.id, mayRun(powers) === true))
  if (hand && meeting.state === 'open') {
    await records.keepHandEnd(trx, hand.id, 'lowered', now)
    await announce({
      streamId: meeting.roomId,
      name: 'hand-lowered',
      about: hand.id,
      body: { meetingId, seatId },
    })
  }
  return { roomId: meeting.roomId }
})
