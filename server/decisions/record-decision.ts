import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { quorumOf } from '../floor/index.ts'
import { holdMeeting, mustBeOpen } from '../meetings/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { RecordDecision } from './contract.ts'
import { findRecorded, findRunningItem, isItemOf, keepDecision } from './records.ts'
import { isQuorate, mayPreside } from './rules.ts'

/** The chair records what the table decided by consent, without a vote. */
export const recordDecision = command(
  RecordDecision,
  async ({ trx, actor, now, announce }, { meetingId, text, language, itemId, clientId }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    insist(mayPreside(await powersAt(trx, actor, { tableId: meeting.tableId }, now)))
    const recorded = await findRecorded(trx, actor.id, clientId)
    if (recorded) return { decisionId: recorded.id, roomId: meeting.roomId }
    insist(mustBeOpen(meeting))
    if (itemId && !(await isItemOf(trx, meetingId, itemId))) throw refuseField('itemId', 'not-in-list')
    const quorum = await quorumOf(trx, meetingId, now)
    insist(isQuorate(quorum))

    const decisionId = await keepDecision(trx, {
      meetingId,
      itemId: itemId ?? (await findRunningItem(trx, meetingId)),
      motionId: null,
      ballotId: null,
      text,
      language,
      seatsPresent: quorum.present,
      seatsNeeded: quorum.needed,
      seatsVoting: quorum.voting,
      recordedBy: actor.id,
      recordedAt: now,
      clientId: clientId ?? null,
    })
    await announce({ streamId: meeting.roomId, name: 'decision-recorded', about: decisionId })
    return { decisionId, roomId: meeting.roomId }
  },
)
