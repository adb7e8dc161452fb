import { randomUUID } from 'node:crypto'
import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { holdMeeting, mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { RaiseHand } from './contract.ts'
import * as records from './records-floor.ts'
import { findPresent } from './records-presence.ts'
import { mayRaiseHand } from './rules.ts'

/** Asks for the floor. A hand that is up already keeps its place, whatever it is now raised for. */
export const raiseHand = command(
  RaiseHand,
  async ({ trx, actor, now, announce }, { meetingId, seatId, kind, clientId }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    const raised = await records.findRaised(trx, actor.id, clientId)
    if (raised) return { handId: raised.id, roomId: meeting.roomId }
    insist(mustBeOpen(meeting))
    const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
    insist(mayRaiseHand(actor.id, seats, seatId, await findPresent(trx, meetingId, seatId)))
    const hand = await records.findHand(trx, meetingId, seatId)
    if (hand?.kind === kind) return { handId: hand.id, roomId: meeting.roomId }
    const id = hand?.id ?? randomUUID()
    const place = await announce({
      streamId: meeting.roomId,
      name: 'hand-raised',
      about: id,
      body: { meetingId, seatId, kind },
    })
    if (hand) await records.keepHandKind(trx, id, kind)
    else
      await records.keepHand(trx, {
        id,
        meetingId,
        seatId,
        personId: actor.id,
        kind,
        place,
        raisedAt: now,
        clientId: clientId ?? null,
      })
    return { handId: id, roomId: meeting.roomId }
  },
)
