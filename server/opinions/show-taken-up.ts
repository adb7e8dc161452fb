import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowTakenUp } from './contract.ts'
import { findTakenUp } from './records-asking.ts'
import { mayWrite, powersOf } from './rules.ts'

/** The statements that a need has become, and whether this person may make another of it, for its page. */
export const showTakenUp = query(ShowTakenUp, async ({ db, actor }, { needId }) => {
  const found = await findTakenUp(db, actor, needId)
  if (!found) throw new Refusal('unseen', 'need')
  return { statements: found.statements, mayTakeUp: mayWrite(found, powersOf(found), actor) === true }
})
