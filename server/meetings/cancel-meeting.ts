import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { CancelMeeting } from './contract.ts'
import { holdMeetingToRun } from './hold-meeting.ts'
import { keepCancelled } from './records.ts'
import { mayChange } from './rules.ts'
import { tellInvited } from './tell-invited.ts'

/** Calls a meeting off, with the reason; those who were called are told, and their calendars drop it. */
export const cancelMeeting = command(
  CancelMeeting,
  async ({ trx, actor, now, announce, ground }, { meetingId, reason }) => {
    const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
    if (meeting.state === 'cancelled') return { meetingId }
    insist(mayChange(meeting))
    await keepCancelled(trx, meetingId, reason, now)
    await tellInvited({ ground, trx, now }, 'meeting-cancelled', meetingId)
    await announce({ streamId: meeting.roomId, name: 'meeting-cancelled', about: meetingId })
    return { meetingId }
  },
)
