import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { holdMeeting } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { WithdrawApologies } from './contract.ts'
import * as records from './records-presence.ts'
import { mayBeAway, mayFill } from './rules.ts'

/** The seat may come after all. */
export const withdrawApologies = command(
  WithdrawApologies,
  async ({ trx, actor, now, announce }, { meetingId, seatId }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
    insist(mayFill(seats, { seatId }, await records.hadMandate(trx, seatId, actor.id)))
    const sent = await records.findApologies(trx, meetingId, seatId)
    if (sent) {
      insist(mayBeAway(meeting, undefined))
      await records.keepApologiesWithdrawn(trx, sent.id, now)
      await announce({
        streamId: meeting.roomId,
        name: 'apologies-withdrawn',
        about: seatId,
        body: { meetingId },
      })
    }
    return { roomId: meeting.roomId }
  },
)
