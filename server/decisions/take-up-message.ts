import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { holdMeeting, mustBeOpen } from '../meetings/index.ts'
import { insist, Refusal, refuseField } from '../refusal.ts'
import { TakeUpMessage } from './contract.ts'
import { findRunningItem, isItemOf } from './records.ts'
import { findMessage, keepStatement } from './records-statements.ts'
import { mayTakeUp } from './rules.ts'

/** A message becomes a statement for the record. It stays where it was said, and the record leads to it. */
export const takeUpMessage = command(
  TakeUpMessage,
  async ({ trx, actor, now, announce }, { meetingId, messageId, itemId }) => {
    const meeting = await holdMeeting(trx, actor, meetingId)
    insist(mayTakeUp(await powersAt(trx, actor, { tableId: meeting.tableId }, now)))
    insist(mustBeOpen(meeting))
    if (!(await findMessage(trx, meeting.roomId, messageId))) throw new Refusal('unseen', 'message')
    if (itemId && !(await isItemOf(trx, meetingId, itemId))) throw refuseField('itemId', 'not-in-list')
    const statement = await keepStatement(trx, {
      meetingId,
      itemId: itemId ?? (await findRunningItem(trx, meetingId)),
      messageId,
      takenUpBy: actor.id,
      takenUpAt: now,
    })
    if (statement.isNew)
      await announce({ streamId: meeting.roomId, name: 'statement-taken-up', about: statement.id })
    return { statementId: statement.id, roomId: meeting.roomId }
  },
)
