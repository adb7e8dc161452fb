import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { EditMeeting } from './contract.ts'
import { holdMeetingToRun } from './hold-meeting.ts'
import { keepMeetingChanged } from './records.ts'
import { mayBeCalledFor, mayChange, remindedAlready } from './rules.ts'
import { tellInvited } from './tell-invited.ts'

/** Changes a called meeting; of another day, place or title those who are called are told, and their calendars follow. */
export const editMeeting = command(EditMeeting, async ({ trx, actor, now, announce, ground }, asked) => {
  const meeting = await holdMeetingToRun(trx, actor, asked.meetingId, now)
  insist(mayChange(meeting))
  insist(mayBeCalledFor(asked, now))
  const changed = await keepMeetingChanged(trx, asked, remindedAlready(asked.startsAt, now))
  if (!changed) return { meetingId: meeting.id }
  if (changed.isToTell) await tellInvited({ ground, trx, now }, 'meeting-changed', meeting.id)
  await announce({
    streamId: meeting.roomId,
    name: 'meeting-changed',
    about: meeting.id,
    body: { isMoved: changed.isMoved },
  })
  return { meetingId: meeting.id }
})
