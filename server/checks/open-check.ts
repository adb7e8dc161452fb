import { command } from '../command.ts'
import { holdMeetingToRun, mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { OpenCheck } from './contract.ts'
import * as records from './records.ts'
import { mayOpenCheck, optionsStand } from './rules.ts'

/** The chair asks how the table feels, or a question with a few answers, for a stated time. One at a time. */
export const openCheck = command(OpenCheck, async ({ trx, actor, now, announce }, asked) => {
  const { meetingId, kind, unit, question, language, seconds, clientId } = asked
  const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
  const opened = await records.findOpened(trx, actor.id, clientId)
  if (opened) return { checkId: opened.id, roomId: meeting.roomId }
  insist(mustBeOpen(meeting))
  const options = kind === 'question' ? asked.options.filter((option) => option !== '') : []
  insist(optionsStand(kind, options))
  const before = await records.findOpenCheck(trx, meetingId)
  insist(mayOpenCheck(before, now))
  // Its time is over, and the sweep that says so has not come by yet.
  if (before) {
    await records.keepCheckClosed(trx, before.id, before.closesAt)
    await announce({ streamId: meeting.roomId, name: 'check-closed', about: before.id, body: { meetingId } })
  }
  const checkId = await records.keepCheck(trx, {
    meetingId,
    kind,
    unit,
    question,
    language,
    options,
    openedBy: actor.id,
    openedAt: now,
    closesAt: new Date(now.getTime() + seconds * 1_000),
    clientId: clientId ?? null,
  })
  await announce({
    streamId: meeting.roomId,
    name: 'check-opened',
    about: checkId,
    body: { meetingId, unit },
  })
  return { checkId, roomId: meeting.roomId }
})
