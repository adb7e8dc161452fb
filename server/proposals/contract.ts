import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { WrittenDocument, type RichDocument } from '../documents/contract.ts'
import { clientId, id, line, lines, list, optional, wholeNumber } from '../fields.ts'
import { proposalLanguages, proposalLimits, proposalStates, type ProposalState } from './words.ts'

const written = {
  ...WrittenDocument.shape,
  title: line(8, proposalLimits.title),
  ask: lines(10, proposalLimits.ask),
  addressee: line(3, proposalLimits.addressee),
  language: z.enum(proposalLanguages),
}
const needIds = list(id).pipe(
  z.array(id).min(1, 'choose-needs').max(proposalLimits.sources, 'too-many-needs'),
)

export const DraftProposal = z.strictObject({ ...written, consultationId: id, needIds, clientId })
export const ReviseProposal = z.strictObject({
  ...written,
  proposalId: id,
  /** The version the writer began from: if another was made meanwhile, nothing is overwritten. */
  expectedVersion: wholeNumber(1, 100_000),
  note: line(3, proposalLimits.note),
  clientId,
})
export const AddSources = z.strictObject({ proposalId: id, needIds })
export const RemoveSource = z.strictObject({
  proposalId: id,
  needId: id,
  reason: line(3, proposalLimits.reason),
})
export const PublishProposal = z.strictObject({ proposalId: id })
export const WithdrawProposal = z.strictObject({ proposalId: id, reason: line(3, proposalLimits.reason) })

export const ListProposals = z.strictObject({
  consultationId: optional(id),
  needId: optional(id),
  state: optional(z.enum(proposalStates)),
  after: optional(id),
})
export const ShowProposal = z.strictObject({ proposalId: id, version: optional(wholeNumber(1, 100_000)) })
export const CompareVersions = z.strictObject({
  proposalId: id,
  from: optional(wholeNumber(1, 100_000)),
  to: optional(wholeNumber(1, 100_000)),
})

export type ProposalListed = {
  id: string
  number: number
  state: ProposalState
  version: number
  title: string
  ask: string
  language: string
  addressee: string
  sourceCount: number
  changedAt: Date
  consultation: { id: string; title: Said }
}
export type ProposalsListed = { proposals: ProposalListed[]; next: string | null; mayDraft: boolean }

export type SourceShown = {
  needId: string
  /** A need that was hidden or withdrawn meanwhile stays a source; its words are no longer shown. */
  title: string | null
  language: string
  organisation: string | null
  linkedAt: Date
  unlinkedAt: Date | null
  unlinkReason: string | null
}

export type VersionNoted = { version: number; note: string; at: Date; author: string }

export type BallotNoted = {
  id: string
  state: 'planned' | 'open' | 'closed' | 'cancelled'
  opensAt: Date
  closesAt: Date
  outcome: 'approved' | 'not-approved' | 'no-quorum' | null
}

export type ProposalShown = {
  id: string
  number: number
  state: ProposalState
  consultation: { id: string; title: Said }
  /** The version shown, which need not be the current one. */
  version: number
  currentVersion: number
  title: string
  document: RichDocument
  ask: string
  addressee: string
  language: string
  publishedAt: Date | null
  withdrawnAt: Date | null
  withdrawReason: string
  changedAt: Date
  versions: VersionNoted[]
  sources: SourceShown[]
  /** The motion from the floor that it was made of, when a meeting voted on it. */
  motion: { meetingId: string; meetingNumber: number; number: number; organisation: string } | null
  ballots: BallotNoted[]
  /** The body was asked to answer it. */
  isAsked: boolean
  iFollow: boolean
  may: { revise: boolean; publish: boolean; withdraw: boolean; changeSources: boolean; callBallot: boolean }
}

export type Compared = {
  proposalId: string
  number: number
  title: string
  language: string
  from: VersionNoted
  to: VersionNoted
  versions: VersionNoted[]
  /** Every part, in the order they are read. */
  parts: { part: 'title' | 'addressee' | 'ask' | 'text'; isSame: boolean; pieces: Piece[] }[]
}
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** A proposal as an act holds it. */
export type ProposalHeld = {
  id: string
  number: number
  consultationId: string
  consultationClosedAt: Date | null
  state: ProposalState
  version: number
  hasLiveBallot: boolean
  /** The body was asked about these words. */
  isAsked: boolean
  lastOutcome: 'approved' | 'not-approved' | 'no-quorum' | null
  sourceCount: number
}
