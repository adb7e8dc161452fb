import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { holdMeeting } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { SendApologies } from './contract.ts'
import * as records from './records-presence.ts'
import { mayBeAway, mayFill } from './rules.ts'

/** A seat says that its holder will not come, with a note for the chair. Sent again, the note is the newer one. */
export const sendApologies = command(
  SendApologies,
  async ({ trx, actor, now, announce }, { meetingId, seatId, note = '' }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
    insist(mayFill(seats, { seatId }, await records.hadMandate(trx, seatId, actor.id)))
    insist(mayBeAway(meeting, await records.findPresent(trx, meetingId, seatId)))
    const sent = await records.findApologies(trx, meetingId, seatId)
    if (sent?.personId === actor.id && sent.note === note) return { roomId: meeting.roomId }
    if (sent) await records.keepApologiesWithdrawn(trx, sent.id, now)
    await records.keepApologies(trx, { meetingId, seatId, personId: actor.id, note, sentAt: now })
    await announce({ streamId: meeting.roomId, name: 'apologies-sent', about: seatId, body: { meetingId } })
    return { roomId: meeting.roomId }
  },
)
