import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowAsking } from './contract.ts'
import { findAsking } from './records-asking.ts'
import { mayModerate, mayWrite, powersOf } from './rules.ts'

/** Whether a consultation's pages lead to its statements for this person, and whether they may write one. */
export const showAsking = query(ShowAsking, async ({ db, actor }, { consultationId }) => {
  const found = await findAsking(db, actor, consultationId)
  if (!found) throw new Refusal('unseen', 'consultation')
  const powers = powersOf(found)
  return {
    asks: found.isArranged || mayModerate(powers) === true,
    mayWrite: mayWrite(found, powers, actor) === true,
  }
})
