import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { TakeVotes } from './contract.ts'
import { receiptOf } from './receipt.ts'
import { findClosedQuestion } from './records-reading.ts'
import { listNamedVotes } from './records-votes.ts'

/** Who voted what, whole, to take away: with it and the definition's hash each receipt can be made again. */
export const takeVotes = query(TakeVotes, async ({ db, actor }, { ballotId, unit }) => {
  const found = await findClosedQuestion(db, actor, ballotId)
  if (!found) throw new Refusal('unseen', 'ballot')
  if (found.state !== 'closed') throw new Refusal('forbidden', 'ballot-not-counted')
  const { definitionHash } = found
  const votes = await listNamedVotes(db, ballotId, unit)
  return votes.map((vote) => {
    const { electorId, choice, reason } = vote
    return { ...vote, receipt: receiptOf({ definitionHash, unit, electorId, paper: { choice }, reason }) }
  })
})
