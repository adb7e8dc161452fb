import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { TakeRoll } from './contract.ts'
import { findPoll } from './records.ts'
import { listRoll } from './records-reading.ts'
import { mayLeadPoll, mayTakeRoll } from './rules.ts'

/**
 * Who may vote, by name, for the officers of the table: the vote held elsewhere is set up from it. Without addresses, which nobody
 * gave to officers, and without who has voted.
 */
export const takeRoll = query(TakeRoll, async ({ db, actor, now }, { pollId, unit }) => {
  const poll = await findPoll(db, actor, pollId, 'none')
  if (!poll) throw new Refusal('unseen', 'poll')
  insist(mayLeadPoll(await powersAt(db, actor, { tableId: poll.tableId }, now)))
  insist(mayTakeRoll(poll, unit))
  return listRoll(db, pollId, unit, now)
})
