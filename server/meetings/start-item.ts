import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { StartItem } from './contract.ts'
import { holdItemToRun } from './hold-item.ts'
import { findRunning, keepStarted, keepStopped } from './records-agenda.ts'
import { isStillToCome, spentAt } from './rules.ts'

/** Takes up an item: it is marked for everybody and its clock runs. The one before stops and waits. */
export const startItem = command(StartItem, async ({ trx, actor, now, announce }, asked) => {
  const { meeting, item } = await holdItemToRun(trx, actor, asked, now)
  insist(isStillToCome(item))
  if (item.state === 'running') return { itemId: item.id, roomId: meeting.roomId }

  const streamId = meeting.roomId
  const before = await findRunning(trx, meeting.id)
  if (before) {
    await keepStopped(trx, before.id, { state: 'waiting', spentSeconds: spentAt(before, now) })
    await announce({ streamId, name: 'item-stopped', about: before.id, body: { meetingId: meeting.id } })
  }
  await keepStarted(trx, item.id, now)
  await announce({ streamId, name: 'item-started', about: item.id, body: { meetingId: meeting.id } })
  return { itemId: item.id, roomId: meeting.roomId }
})
