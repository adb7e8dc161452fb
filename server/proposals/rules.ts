import { Refusal, type Verdict } from '../refusal.ts'
import type { ProposalHeld } from './contract.ts'

type Writing = Pick<ProposalHeld, 'state' | 'hasLiveBallot' | 'isAsked' | 'consultationClosedAt'>

/** Words may change until a ballot is called on them or a body is asked: what is voted on or answered stands still. */
export function mayRevise(proposal: Writing): Verdict {
  if (proposal.consultationClosedAt) return new Refusal('conflict', 'consultation-closed')
  if (proposal.hasLiveBallot) return new Refusal('conflict', 'ballot-called')
  if (proposal.isAsked) return new Refusal('conflict', 'proposal-asked')
  if (proposal.state !== 'draft' && proposal.state !== 'published')
    return new Refusal('conflict', 'proposal-settled')
  return true
}

export function mayPublish(proposal: Writing & Pick<ProposalHeld, 'sourceCount'>): Verdict {
  if (proposal.consultationClosedAt) return new Refusal('conflict', 'consultation-closed')
  if (proposal.state !== 'draft') return new Refusal('conflict', 'proposal-not-a-draft')
  if (proposal.sourceCount === 0) return new Refusal('conflict', 'proposal-without-needs')
  return true
}

export function mayWithdraw(proposal: Writing): Verdict {
  return mayRevise(proposal)
}

/** A proposal always comes from somebody's need, so the last one stays. */
export function mayRemoveSource(proposal: Writing & Pick<ProposalHeld, 'sourceCount'>): Verdict {
  const verdict = mayRevise(proposal)
  if (verdict !== true) return verdict
  return proposal.sourceCount > 1 ? true : new Refusal('conflict', 'last-source')
}

/**
 * A vote without a quorum decided nothing, so the table may vote again; a decision is voted again only by a ballot that
 * corrects the one that made it. What went to the body
 * without a vote is not voted on after: its answer and the vote would each undo the other's state.
 */
export function mayBeVoted(
  proposal: Pick<
    ProposalHeld,
    'state' | 'hasLiveBallot' | 'isAsked' | 'lastOutcome' | 'consultationClosedAt'
  >,
  isCorrection = false,
): Verdict {
  if (proposal.consultationClosedAt) return new Refusal('conflict', 'consultation-closed')
  if (proposal.hasLiveBallot) return new Refusal('conflict', 'ballot-called')
  if (proposal.isAsked) return new Refusal('conflict', 'proposal-asked')
  const isUndecided = proposal.state === 'not-approved' && proposal.lastOutcome === 'no-quorum'
  const isCorrected = isCorrection && (proposal.state === 'approved' || proposal.state === 'not-approved')
  if (proposal.state !== 'published' && !isUndecided && !isCorrected)
    return new Refusal('conflict', 'proposal-not-published')
  return true
}
