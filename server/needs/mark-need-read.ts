import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { MarkNeedRead } from './contract.ts'
import { holdNeed, keepRead } from './records.ts'
import { mayMarkRead } from './rules.ts'

/** Says in the need's story that the table, or the body that will answer, has read it. The first reading counts. */
export const markNeedRead = command(MarkNeedRead, async ({ trx, actor, now, announce }, { needId }) => {
  const need = await holdNeed(trx, actor, needId, now)
  insist(mayMarkRead(need, await powersAt(trx, actor, { consultationId: need.consultationId }, now)))
  if (need.readAt !== null) return { id: need.id }
  await keepRead(trx, need.id, actor.id, now)
  await announce({ streamId: need.consultationId, name: 'need-read', about: need.id })
  return { id: need.id }
})
