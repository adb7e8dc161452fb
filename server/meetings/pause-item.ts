import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { PauseItem } from './contract.ts'
import { holdItemToRun } from './hold-item.ts'
import { keepStopped } from './records-agenda.ts'
import { isRunning, spentAt } from './rules.ts'

/** Stops the clock of the running item, for a break; it is still the item everybody is at. */
export const pauseItem = command(PauseItem, async ({ trx, actor, now, announce }, asked) => {
  const { meeting, item } = await holdItemToRun(trx, actor, asked, now)
  insist(isRunning(item))
  if (item.runningSince === null) return { itemId: item.id, roomId: meeting.roomId }
  await keepStopped(trx, item.id, { state: 'running', spentSeconds: spentAt(item, now) })
  await announce({
    streamId: meeting.roomId,
    name: 'item-paused',
    about: item.id,
    body: { meetingId: meeting.id },
  })
  return { itemId: item.id, roomId: meeting.roomId }
})
