import { command } from '../command.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { changed } from './changed.ts'
import { ArrangeStatements } from './contract.ts'
import { holdCollection } from './hold-collection.ts'
import { keepCollection } from './records.ts'

/**
 * The chair or the secretary opens or closes the statements, and says who may answer and when results are shown. That they are
 * sensitive is not taken back: what was promised to who answered stays, and figures by another measure
 * would tell of the few between.
 */
export const arrangeStatements = command(ArrangeStatements, async (act, asked) => {
  const { trx, actor, now, announce, afterCommit, ground } = act
  const collection = await holdCollection(trx, actor, asked.consultationId, now)
  insist(mayLead(await powersAt(trx, actor, { tableId: collection.tableId }, now)))
  if (collection.closedAt !== null && asked.isOpen) throw new Refusal('conflict', 'consultation-closed')
  const { consultationId, ...said } = asked
  const body = { ...said, isSensitive: collection.isSensitive || asked.isSensitive === 'yes' }
  await keepCollection(trx, { ...body, consultationId, arrangedBy: actor.id, arrangedAt: now })
  if (body.isSensitive && !collection.isSensitive) afterCommit(() => changed(ground, consultationId))
  await announce({ streamId: consultationId, name: 'statements-arranged', about: consultationId, body })
  return { consultationId }
})
