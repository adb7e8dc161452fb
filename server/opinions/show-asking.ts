import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowAsking } from './contract.ts'
import { findAsking } from './records-asking.ts'
import { mayModerate, powersOf } from './rules.ts'

/** Whether a consultation's pages lead to its statements for this person. */
export const showAsking = query(ShowAsking, async ({ db, actor }, { consultationId }) => {
  const found = await findAsking(db, actor, consultationId)
  if (!found) throw new Refusal('unseen', 'consultation')
  return { asks: found.isArranged || mayModerate(powersOf(found)) === true }
})
