import { command } from '../command.ts'
import { holdMeetingToRun, mustBeOpen } from '../meetings/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { SetTask } from './contract.ts'
import { isItemOf } from './records.ts'
import { findSet, isDecided, isVerified, keepTask } from './records-tasks.ts'
import { isTaskSound } from './rules.ts'

/** What is to be done of a decision or an item, by which office, by when, and when the table looks at it again. */
export const setTask = command(SetTask, async ({ trx, actor, now, announce }, asked) => {
  const { meetingId, clientId, decisionId, itemId, organisationId } = asked
  const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
  const set = await findSet(trx, actor.id, clientId)
  if (set) return { taskId: set.id, roomId: meeting.roomId }
  insist(mustBeOpen(meeting))
  insist(isTaskSound(asked, romeDay(now)))
  if (decisionId && !(await isDecided(trx, meetingId, decisionId)))
    throw refuseField('decisionId', 'not-in-list')
  if (itemId && !(await isItemOf(trx, meetingId, itemId))) throw refuseField('itemId', 'not-in-list')
  if (organisationId && !(await isVerified(trx, organisationId)))
    throw refuseField('organisationId', 'not-in-list')

  const taskId = await keepTask(trx, {
    meetingId,
    itemId: itemId ?? null,
    decisionId: decisionId ?? null,
    text: asked.text,
    language: asked.language,
    office: asked.office ?? '',
    organisationId: organisationId ?? null,
    dueOn: asked.dueOn,
    reviewOn: asked.reviewOn ?? null,
    setBy: actor.id,
    setAt: now,
    clientId: clientId ?? null,
  })
  await announce({ streamId: meeting.roomId, name: 'task-set', about: taskId })
  return { taskId, roomId: meeting.roomId }
})
