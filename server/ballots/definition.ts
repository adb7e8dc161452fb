import { createHash } from 'node:crypto'
import type { BallotRules, Question } from './contract.ts'
import { abstentionIs, choices, tier } from './words.ts'

/** What is voted on and by which rules, as the exact text that the hash commits to. */
export function definitionOf(question: Question, rules: BallotRules): string {
  const { proposalId, number, version, title, addressee, ask, text } = question
  return JSON.stringify({
    question: { proposalId, number, version, title, addressee, ask, text },
    choices,
    rules: {
      tier,
      decides: 'seats',
      quorumPercentOfVotingSeats: rules.quorum,
      majority: rules.majority,
      abstentionIs: abstentionIs[rules.majority],
      opensAt: rules.opensAt.toISOString(),
      closesAt: rules.closesAt.toISOString(),
      votesMayChangeUntilClose: true,
    },
  })
}

export function hashOf(definition: string): string {
  return createHash('sha256').update(definition).digest('hex')
}
