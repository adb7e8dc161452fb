import { z } from 'zod'
import type { AssentResult, BudgetResult, Result, ShareResult } from '../ballots/counting/index.ts'
import { majorities, units, type Majority, type Unit } from '../ballots/words.ts'
import type { EntryShown } from '../audit/contract.ts'
import type { Said } from '../by-language.ts'
import { clientId, id, line, lines, list, moment, optional, wholeNumber } from '../fields.ts'
import { electorates, kinds, pollLimits, ties, tiers } from './words.ts'
import type { Electorate, Kind, PollState, Tier, TieRule } from './words.ts'

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
export const ListVotes = z.strictObject({ pollId: id, unit: z.enum(units), after: optional(id) })
export const TakeVotes = z.strictObject({ pollId: id, unit: z.enum(units) })
export const TakeRoll = z.strictObject({ pollId: id, unit: z.enum(units) })
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
  /** Where a tie may come to a lot: by unit, the SHA-256 of a random value that is told only with the papers. */
  lot?: Partial<Record<Unit, string>>
  reasonRequired: boolean
}

/** A filled-in paper, by the family of its kind: indices are those of the options. */
export type Paper =
  | { choice: string }
  | { chosen: number[] }
  | { points: (number | null)[] }
  | { ranks: (number | null)[] }

/** `not-told`: so few chose among options that the choice itself would tell of single voters. */
export type Outcome = 'adopted' | 'not-adopted' | 'no-quorum' | 'counted' | 'not-told'
export type UnitResult = {
  unit: Unit
  roll: number
  /** Null where it is guarded. */
  ballots: number | null
  outcome: Outcome
  winners: string[]
  /** `nearly-all`: so few voted, and all alike, that a figure would tell each one's vote. `too-few`: only what was decided. */
  shown: 'full' | 'nearly-all' | 'too-few'
  counted: Result | ShareResult | BudgetResult | AssentResult | null
  reasons: { answer: string | null; reason: string }[]
  /** SHA-256 of the file of papers as it is given out; null where none is. */
  papersHash: string | null
  /** The value that the definition committed to, and the seed that it makes with the papers; null where nothing may be told of them. */
  lot: { value: string | null; seed: string } | null
}
/** Of units that are guarded no receipt is listed: the list would tell how many voted. */
export type PollResult = { units: UnitResult[]; receipts: string[] }

export type MyVote = {
  unit: Unit
  electorId: string
  /** The seat's organisation, or whose proxy it is; null for oneself. */
  of: string | null
  part: 'holder' | 'alternate' | 'proxy' | 'self'
  hasVoted: boolean
  /** Why the reader may not change it: the holder cast it and they are the alternate (open tier), or the proxy they gave was used. */
  obstacle: 'holder-has-voted' | 'proxy-used' | null
  /** Open tier only: the paper as it stands. */
  paper: Paper | null
  reason: string
  castBy: string | null
  /** Open tier: when the paper was kept as it stands, and its receipt. */
  keptAt: Date | null
  receipt: string | null
}
export type ProxyShown = {
  unit: Unit
  giverId: string
  giver: string
  holder: string
  isMine: boolean
  isUsed: boolean
}
/** `paper` and `receipt`: null of a seat that did not vote. */
export type NamedVote = {
  electorId: string
  name: string
  paper: Paper | null
  reason: string
  receipt: string | null
}

export type PollShown = {
  id: string
  state: PollState
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
  /** `voted` is null where it is guarded, or where the vote is held elsewhere. */
  turnout: { unit: Unit; roll: number; voted: number | null }[]
  mine: MyVote[]
  proxies: ProxyShown[]
  /** To whom one may give a proxy, for each of one's own votes. */
  holders: { unit: Unit; giverId: string; others: { id: string; name: string }[] }[]
  result: PollResult | null
  external: { outcome: string; proofAddress: string } | null
  /** Open tier, once it is closed: each seat; people are on pages of their own, for there may be thousands. */
  seatVotes: NamedVote[]
  /** What the audit chain says of it. */
  trail: EntryShown[]
  may: {
    confirmTier: boolean
    open: boolean
    close: boolean
    cancel: boolean
    takeRoll: Unit[]
    recordOutcome: boolean
    correct: boolean
  }
}

export type VotesListed = {
  poll: Pick<PollShown, 'id' | 'title' | 'language' | 'options'>
  votes: NamedVote[]
  next: string | null
}

/** `people`: who casts a seat's vote today. */
export type Elector = { id: string; name: string; people: string[] }

export type PollListed = {
  id: string
  title: string
  language: string
  kind: Kind
  state: PollState
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
    /** The whole count, where single figures do not tell it; not there in briefs that were published before it was. */
    counted?: Exclude<UnitResult['counted'], AssentResult | null>
  }[]
  external: { outcome: string; proofAddress: string } | null
}
