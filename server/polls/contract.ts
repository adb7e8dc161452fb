import { z } from 'zod'
import type { BudgetResult, Result, ShareResult } from '../ballots/counting/index.ts'
import { majorities, units, type BallotState, type Majority, type Unit } from '../ballots/words.ts'
import type { EntryShown } from '../audit/contract.ts'
import type { Said } from '../by-language.ts'
import { clientId, id, line, lines, list, moment, optional, wholeNumber } from '../fields.ts'
import { electorates, kinds, pollLimits, ties, tiers } from './words.ts'
import type { Electorate, Kind, Tier, TieRule } from './words.ts'

const address = z.url({ protocol: /^https$/, error: 'not-valid' }).max(500, 'too-long')

export const ComposePoll = z.strictObject({
  consultationId: id,
  kind: z.enum(kinds),
  title: line(3, pollLimits.title),
  text: optional(lines(0, pollLimits.text)),
  /** A form sends its empty rows too. */
  option: list(
    z.preprocess((given) => (given === '' ? undefined : given), line(1, pollLimits.option).optional()),
  ),
  cost: list(optional(wholeNumber(1, pollLimits.amount))),
  /** Proposals of the consultation, as options beside those that were written; where the question itself is answered, the one that it is about. */
  proposal: list(id),
  /** In a budget, what each of those costs; without a cost it is not in the vote, since a form sends them all. */
  proposalCost: list(optional(wholeNumber(1, pollLimits.amount))),
  electors: z.enum(electorates),
  tier: z.enum(tiers),
  quorum: wholeNumber(0, 100),
  majority: optional(z.enum(majorities)),
  seats: optional(wholeNumber(1, pollLimits.options)),
  points: optional(wholeNumber(1, pollLimits.dots)),
  budget: optional(wholeNumber(1, pollLimits.amount)),
  tie: optional(z.enum(ties)),
  reasonRequired: optional(z.literal('yes')),
  externalAddress: optional(address),
  correctsId: optional(id),
  opensAt: moment,
  closesAt: moment,
  clientId,
})
export type ComposePoll = z.output<typeof ComposePoll>

export const OfPoll = z.strictObject({ pollId: id })
export const CancelPoll = z.strictObject({ pollId: id, reason: line(3, pollLimits.cancelReason) })
export const ListPolls = z.strictObject({ consultationId: id })
export const ListPollsOn = z.strictObject({ proposalId: id })
export const ShowComposing = z.strictObject({ consultationId: id })
export const TakePapers = z.strictObject({ pollId: id, unit: z.enum(units) })
export const RecordOutcome = z.strictObject({
  pollId: id,
  outcome: lines(3, pollLimits.outcome),
  proofAddress: address,
})

export const CastPaper = z.strictObject({
  pollId: id,
  unit: z.enum(units),
  /** The seat, or the person who gave a proxy; left out by a person for themselves. */
  electorId: optional(id),
  choice: optional(z.string().max(20, 'not-valid')),
  chosen: list(wholeNumber(0, pollLimits.options - 1)),
  points: list(optional(wholeNumber(0, pollLimits.dots))),
  ranks: list(optional(wholeNumber(1, pollLimits.options))),
  reason: optional(lines(0, pollLimits.reason)),
  /** What the voter read; a paper for another text is refused. */
  definitionHash: z.string('needed').regex(/^[0-9a-f]{64}$/, 'not-valid'),
  /** Confidential: where the voter votes again, the code they were given. */
  receipt: optional(id),
  clientId,
})
export type CastPaper = z.output<typeof CastPaper>

export const GiveProxy = z.strictObject({
  pollId: id,
  unit: z.enum(units),
  giverId: optional(id),
  holderId: id,
})
export const RevokeProxy = z.strictObject({ pollId: id, unit: z.enum(units), giverId: optional(id) })

/** `proposalId`: the option is that proposal, by the title that it had. */
export type Option = { title: string; cost: number | null; proposalId?: string }
export type PollRules = {
  quorum: number
  majority: Majority
  seats: number
  /** The most for one option of a score, or all dots of a voter. */
  points: number
  budget: number
  tie: TieRule
  reasonRequired: boolean
}

/** A filled-in paper, by the family of its kind: indices are those of the options. */
export type Paper =
  | { choice: string }
  | { chosen: number[] }
  | { points: (number | null)[] }
  | { ranks: (number | null)[] }

export type AssentResult = {
  method: 'assent'
  ballots: number
  tally: { answer: string; votes: number }[]
  /** Half of the papers are at this answer or before it; only for gradients. */
  median: string | null
}
export type Outcome = 'adopted' | 'not-adopted' | 'no-quorum' | 'counted'
export type UnitResult = {
  unit: Unit
  roll: number
  ballots: number
  outcome: Outcome
  winners: string[]
  /** `nearly-all`: so few voted, and all alike, that a figure would tell each one's vote. `too-few`: only what was decided. */
  shown: 'full' | 'nearly-all' | 'too-few'
  counted: Result | ShareResult | BudgetResult | AssentResult | null
  reasons: { answer: string | null; reason: string }[]
}
export type PollResult = { units: UnitResult[]; seed: string; receipts: string[] }

export type MyVote = {
  unit: Unit
  electorId: string
  /** The seat's organisation, or whose proxy it is; null for oneself. */
  of: string | null
  part: 'holder' | 'alternate' | 'proxy' | 'self'
  hasVoted: boolean
  /** Open tier only: the paper as it stands. */
  paper: Paper | null
  reason: string
  castBy: string | null
}
export type ProxyShown = {
  unit: Unit
  giverId: string
  giver: string
  holder: string
  isMine: boolean
  isUsed: boolean
}
export type NamedVote = { unit: Unit; name: string; paper: Paper | null; reason: string }

export type PollShown = {
  id: string
  state: BallotState
  kind: Kind
  title: string
  text: string
  language: string
  options: Option[]
  rules: PollRules
  electors: Electorate
  tier: Tier
  externalAddress: string | null
  correctsId: string | null
  correctedBy: string | null
  consultation: { id: string; title: Said }
  opensAt: Date
  closesAt: Date
  openedAt: Date | null
  closedAt: Date | null
  cancelReason: string
  definitionHash: string
  seal: string | null
  tierProposedBy: string
  tierConfirmedBy: string | null
  turnout: { unit: Unit; roll: number; voted: number }[]
  mine: MyVote[]
  proxies: ProxyShown[]
  /** To whom one may give a proxy, for each of one's own votes. */
  holders: { unit: Unit; giverId: string; others: { id: string; name: string }[] }[]
  result: PollResult | null
  external: { outcome: string; proofAddress: string } | null
  votes: NamedVote[]
  /** What the audit chain says of it. */
  trail: EntryShown[]
  may: {
    confirmTier: boolean
    open: boolean
    close: boolean
    cancel: boolean
    recordOutcome: boolean
    correct: boolean
  }
}

export type PollListed = {
  id: string
  title: string
  language: string
  kind: Kind
  state: BallotState
  closesAt: Date
}

/** What can be put to a vote: proposals that the consultation has published. */
export type Composing = { proposals: { id: string; number: number; title: string; language: string }[] }

/** A poll in which a proposal was an option, or which was about it. */
export type PollOnProposal = PollListed & {
  /** Once it is counted: what came of this proposal, in each unit. */
  came: { unit: Unit; of: Outcome | 'chosen' | 'not-chosen' }[]
}

/** What a poll decided, as a brief tells it. */
export type Decided = {
  id: string
  title: string
  language: string
  kind: Kind
  tier: Tier
  closedOn: string
  seal: string | null
  units: {
    unit: Unit
    outcome: Outcome
    winners: string[]
    shown: UnitResult['shown']
    turnout: { roll: number; ballots: number } | null
    /** `isAnswer`: the name is one of the answers of the paper, said in the reader's language. */
    figures: { name: string; isAnswer: boolean; votes: number }[]
  }[]
  external: { outcome: string; proofAddress: string } | null
}
