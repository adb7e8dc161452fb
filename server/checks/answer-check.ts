import { command } from '../command.ts'
import { mayTakePart, powersAt, seeConsultation } from '../consultations/index.ts'
import { findPresent } from '../floor/index.ts'
import { mustBeOpen, seeMeeting } from '../meetings/index.ts'
import { insist, refuseField, Refusal } from '../refusal.ts'
import { AnswerCheck } from './contract.ts'
import * as records from './records.ts'
import { mayAnswer, mayAnswerForSeat } from './rules.ts'

/** A seat that is present, or a person who takes part, answers once; until the check closes the answer may be changed. */
export const answerCheck = command(
  AnswerCheck,
  async ({ trx, actor, now }, { meetingId, checkId, choice, seatId }) => {
    const meeting = await seeMeeting(trx, actor, meetingId)
    const check = await records.findCheck(trx, meetingId, checkId, 'share')
    if (!check) throw new Refusal('unseen', 'check')
    insist(mustBeOpen(meeting))
    insist(mayAnswer(check, choice, now))
    const powers = await powersAt(trx, actor, { consultationId: meeting.consultationId }, now)
    if (check.unit === 'seat') {
      if (seatId === undefined) throw refuseField('seatId', 'needed')
      const fills = powers.seats.some((seat) => seat.seatId === seatId)
      insist(mayAnswerForSeat(actor.id, fills, await findPresent(trx, meetingId, seatId)))
    } else if (powers.seats.length === 0 && powers.offices.length === 0) {
      insist(mayTakePart(await seeConsultation(trx, actor, meeting.consultationId, now), powers, actor))
    }
    const unitId = check.unit === 'seat' ? (seatId ?? '') : actor.id
    await records.keepAnswer(trx, { checkId, unitId, personId: actor.id, choice, answeredAt: now })
    // Nobody is told now: the sweep says once a second how many there are.
    return { checkId, unitId, choice, roomId: meeting.roomId }
  },
)
