import { command } from '../command.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { ArrangeStatements } from './contract.ts'
import { holdCollection } from './hold-collection.ts'
import { keepCollection } from './records.ts'

/** The chair or the secretary opens or closes the statements, and says who may answer and when results are shown. */
export const arrangeStatements = command(ArrangeStatements, async ({ trx, actor, now, announce }, asked) => {
  const collection = await holdCollection(trx, actor, asked.consultationId, now)
  insist(mayLead(await powersAt(trx, actor, { tableId: collection.tableId }, now)))
  if (collection.closedAt !== null && asked.isOpen) throw new Refusal('conflict', 'consultation-closed')
  await keepCollection(trx, { ...asked, arrangedBy: actor.id, arrangedAt: now })
  const { consultationId, ...body } = asked
  await announce({ streamId: consultationId, name: 'statements-arranged', about: consultationId, body })
  return { consultationId }
})
