import { command } from '../command.ts'
import { MarkAllRead } from './contract.ts'
import { keepAllRead } from './records.ts'

export const markAllRead = command(MarkAllRead, async ({ trx, actor, now }) => {
  await keepAllRead(trx, actor.id, now)
  return {}
})
