import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { acceptDocument } from '../documents/index.ts'
import { findPresent } from '../floor/index.ts'
import { holdMeeting, mustBeOpen } from '../meetings/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { MoveMotion } from './contract.ts'
import { findMoved, findRunningItem, isVotable, keepMotion } from './records.ts'
import { maySpeakForSeat } from './rules.ts'

/** A motion from the floor, by a seat that is present: on the running item, or to vote on a proposal. */
export const moveMotion = command(
  MoveMotion,
  async ({ trx, actor, now, announce }, { meetingId, seatId, text, language, proposalId, clientId }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    const moved = await findMoved(trx, actor.id, clientId)
    if (moved) return { motionId: moved.id, number: moved.number, roomId: meeting.roomId }
    insist(mustBeOpen(meeting))
    const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
    insist(maySpeakForSeat(seats, seatId, await findPresent(trx, meetingId, seatId), actor.id))
    // It may become a proposal, so it must be words that one can be made of.
    acceptDocument({ text })
    if (proposalId && !(await isVotable(trx, meeting.consultationId, proposalId)))
      throw refuseField('proposalId', 'proposal-not-votable')

    const { id, number } = await keepMotion(trx, {
      meetingId,
      itemId: await findRunningItem(trx, meetingId),
      proposalId: proposalId ?? null,
      seatId,
      movedBy: actor.id,
      text,
      language,
      movedAt: now,
      clientId: clientId ?? null,
    })
    await announce({ streamId: meeting.roomId, name: 'motion-moved', about: id, body: { seatId } })
    return { motionId: id, number, roomId: meeting.roomId }
  },
)
