import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { holdMeeting, mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { TakePlace } from './contract.ts'
import { endPresence } from './end-presence.ts'
import * as records from './records-presence.ts'
import { mayFill, mayTakePlace } from './rules.ts'
import { pageSeconds } from './words.ts'

/** The holder of a seat is there, or its alternate while the holder is away; an alternate leaves when the holder comes. */
export const takePlace = command(
  TakePlace,
  async ({ trx, actor, now, announce }, { meetingId, seatId, part }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
    insist(mayFill(seats, { seatId, part }, await records.hadMandate(trx, seatId, actor.id)))
    insist(mustBeOpen(meeting))
    const seenUntil = new Date(now.getTime() + pageSeconds * 1_000)
    const present = await records.findPresent(trx, meetingId, seatId)
    if (present?.personId === actor.id && present.part === part) {
      await records.keepSeen(trx, meetingId, actor.id, seenUntil)
      return { roomId: meeting.roomId }
    }
    insist(mayTakePlace(part, present))
    if (present) await endPresence(trx, { meetingId, seatId }, present, 'replaced', now)
    await records.keepPresence(trx, { meetingId, seatId, personId: actor.id, part, cameAt: now, seenUntil })
    const apologies = await records.findApologies(trx, meetingId, seatId)
    if (apologies && part === 'holder') await records.keepApologiesWithdrawn(trx, apologies.id, now)
    await announce({
      streamId: meeting.roomId,
      name: 'place-taken',
      about: seatId,
      body: { meetingId, part },
    })
    return { roomId: meeting.roomId }
  },
)
