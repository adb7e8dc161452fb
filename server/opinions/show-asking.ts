import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { ShowAsking } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { mayModerate, mayWrite } from './rules.ts'

/** Whether a consultation's pages lead to its statements for this person, and whether they may write one. */
export const showAsking = query(ShowAsking, async ({ db, actor, now }, { consultationId }) => {
  const collection = await seeCollection(db, actor, consultationId, now)
  if (actor.kind === 'guest') return { asks: collection.isArranged, mayWrite: false }
  const powers = await powersAt(db, actor, { tableId: collection.tableId }, now)
  return {
    asks: collection.isArranged || mayModerate(powers) === true,
    mayWrite: mayWrite(collection, powers, actor) === true,
  }
})
