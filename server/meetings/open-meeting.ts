import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { OpenMeeting } from './contract.ts'
import { holdMeetingToRun } from './hold-meeting.ts'
import { findRoomToOpen, keepOpening } from './records.ts'
import { mayOpen } from './rules.ts'

/** The sitting begins: from now on seats are present, hands are raised and the agenda runs. */
export const openMeeting = command(OpenMeeting, async ({ trx, actor, now, announce }, { meetingId }) => {
  const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
  if (meeting.state === 'open') return { meetingId, roomId: meeting.roomId }
  insist(mayOpen(meeting, await findRoomToOpen(trx, meeting.roomId)))
  await keepOpening(trx, meetingId, now)
  await announce({ streamId: meeting.roomId, name: 'meeting-opened', about: meetingId })
  return { meetingId, roomId: meeting.roomId }
})
