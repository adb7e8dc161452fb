import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { ListStatements } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { listToJudge } from './records.ts'
import { mayModerate } from './rules.ts'

/** Every statement of a consultation, with what became of it: for who moderates. How it was answered is not told. */
export const listStatements = query(ListStatements, async ({ db, actor, now }, { consultationId }) => {
  const collection = await seeCollection(db, actor, consultationId, now)
  const powers = await powersAt(db, actor, { tableId: collection.tableId }, now)
  insist(mayModerate(powers))
  return {
    collection,
    statements: await listToJudge(db, consultationId),
    mayLead: mayLead(powers) === true,
  }
})
