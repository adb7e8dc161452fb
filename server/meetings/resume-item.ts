import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { ResumeItem } from './contract.ts'
import { holdItemToRun } from './hold-item.ts'
import { keepStarted } from './records-agenda.ts'
import { isRunning } from './rules.ts'

/** After a break the clock goes on from where it stood. */
export const resumeItem = command(ResumeItem, async ({ trx, actor, now, announce }, asked) => {
  const { meeting, item } = await holdItemToRun(trx, actor, asked, now)
  insist(isRunning(item))
  if (item.runningSince !== null) return { itemId: item.id, roomId: meeting.roomId }
  await keepStarted(trx, item.id, now)
  await announce({
    streamId: meeting.roomId,
    name: 'item-resumed',
    about: item.id,
    body: { meetingId: meeting.id },
  })
  return { itemId: item.id, roomId: meeting.roomId }
})
