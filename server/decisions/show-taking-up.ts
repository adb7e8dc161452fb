import { powersAt } from '../consultations/index.ts'
import { seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { ShowTakingUp } from './contract.ts'
import { findMessage } from './records-statements.ts'
import { mayTakeUp } from './rules.ts'

/** The message that is about to be taken up, to be read once more. */
export const showTakingUp = query(ShowTakingUp, async ({ db, actor, now }, { meetingId, messageId }) => {
  const meeting = await seeMeeting(db, actor, meetingId)
  insist(mayTakeUp(await powersAt(db, actor, { tableId: meeting.tableId }, now)))
  const message = await findMessage(db, meeting.roomId, messageId)
  if (!message) throw new Refusal('unseen', 'message')
  return { meetingId, roomId: meeting.roomId, isOpen: meeting.state === 'open', message }
})
