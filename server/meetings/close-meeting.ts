import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { CloseMeeting } from './contract.ts'
import { holdMeetingToRun } from './hold-meeting.ts'
import { findRunning, keepCarried, keepEnding, listWaiting } from './records-agenda.ts'
import { keepClosing } from './records.ts'
import { mayClose, spentAt } from './rules.ts'

/** The sitting ends: its running item is closed or put off, and what was not begun waits for a later meeting. */
export const closeMeeting = command(
  CloseMeeting,
  async ({ trx, actor, now, announce }, { meetingId, running: wish }) => {
    const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
    if (meeting.state === 'closed') return { meetingId, roomId: meeting.roomId }
    insist(mayClose(meeting))
    const streamId = meeting.roomId
    const running = await findRunning(trx, meetingId)
    if (running) {
      const spentSeconds = spentAt(running, now)
      if (wish === 'close') {
        await keepEnding(trx, running.id, {
          endedAs: 'discussed',
          outcome: '',
          outcomeLanguage: null,
          closedAt: now,
          spentSeconds,
          endingClientId: null,
        })
      } else await keepCarried(trx, running.id, { spentSeconds, carriedTo: null })
      await announce({
        streamId,
        name: wish === 'close' ? 'item-closed' : 'item-carried',
        about: running.id,
        body: { meetingId },
      })
    }
    for (const itemId of await listWaiting(trx, meetingId)) {
      await keepCarried(trx, itemId, { carriedTo: null })
      await announce({ streamId, name: 'item-carried', about: itemId, body: { meetingId } })
    }
    await keepClosing(trx, meetingId, now)
    await announce({ streamId, name: 'meeting-closed', about: meetingId })
    return { meetingId, roomId: meeting.roomId }
  },
)
