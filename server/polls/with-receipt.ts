import { receiptOf } from '../ballots/index.ts'
import type { Unit } from '../ballots/words.ts'
import type { NamedVote } from './contract.ts'

type Kept = Pick<NamedVote, 'electorId' | 'paper' | 'reason'>

/** Each vote that is kept by name with its receipt; what was not cast, or lies in a box, has none here. */
export function withReceipt<Vote extends Kept>(definitionHash: string, unit: Unit, vote: Vote) {
  const { electorId, paper, reason } = vote
  return { ...vote, receipt: paper && receiptOf({ definitionHash, unit, electorId, paper, reason }) }
}
