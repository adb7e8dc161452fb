import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { clientId, id, line, lines, moment, optional, wholeNumber } from '../fields.ts'
import { ballotLimits, choices, majorities, units } from './words.ts'
import type { BallotState, Choice, Majority, Outcome, Tally } from './words.ts'

export const CallBallot = z.strictObject({
  proposalId: id,
  quorum: wholeNumber(0, 100),
  majority: z.enum(majorities),
  opensAt: moment,
  closesAt: moment,
  /** The ballot on the same proposal that this one corrects. */
  correctsId: optional(id),
  clientId,
})
export const OpenBallot = z.strictObject({ ballotId: id })
export const CloseBallot = z.strictObject({ ballotId: id })
export const CancelBallot = z.strictObject({ ballotId: id, reason: line(3, ballotLimits.cancelReason) })

const vote = {
  ballotId: id,
  choice: z.enum(choices),
  reason: optional(lines(0, ballotLimits.reason)),
  /** What the voter read; a vote on another text is refused. */
  definitionHash: optional(z.string().regex(/^[0-9a-f]{64}$/, 'not-valid')),
}
export const CastVote = z.discriminatedUnion('unit', [
  z.strictObject({ ...vote, unit: z.literal(units[0]), seatId: id }),
  z.strictObject({ ...vote, unit: z.literal(units[1]) }),
])
export type CastVote = z.output<typeof CastVote>

export const ShowBallot = z.strictObject({ ballotId: id })
export const ShowTally = z.strictObject({ ballotId: id })
export const ShowDefinition = z.strictObject({ ballotId: id })
export const ListVotes = z.strictObject({ ballotId: id, after: optional(id) })
export const TakeVotes = z.strictObject({ ballotId: id, unit: z.enum(units) })
export const TakePapers = z.strictObject({ ballotId: id, unit: z.enum(units) })
export const ListBallots = z.strictObject({
  consultationId: optional(id),
  state: optional(z.enum(['planned', 'open', 'closed', 'cancelled'])),
  after: optional(id),
})

export type VoteStands = { choice: Choice; reason: string; castAt: Date; changedAt: Date | null }
/** With the receipt that stands beside the name once it is closed. */
export type VoteShown = VoteStands & { receipt: string }
export type Turnout = { seat: number; person: number }
export type Question = {
  proposalId: string
  number: number
  version: number
  title: string
  addressee: string
  ask: string
  text: string
}
export type BallotRules = { quorum: number; majority: Majority; opensAt: Date; closesAt: Date }

export type MySeat = {
  seatId: string
  organisation: string
  part: 'holder' | 'alternate'
  vote: (VoteShown & { castBy: string }) | null
}
export type SeatVote = {
  seatId: string
  organisation: string
  /** Null when the seat did not vote. */
  choice: Choice | null
  reason: string
  castBy: string | null
  receipt: string | null
}
export type BallotResult = { outcome: Outcome; seats: Tally; persons: Tally; seatVotes: SeatVote[] }

export type BallotShown = {
  id: string
  state: BallotState
  proposal: {
    id: string
    number: number
    version: number
    title: string
    ask: string
    addressee: string
    language: string
  }
  consultation: { id: string; title: Said }
  /** The meeting that put it to the vote. */
  meeting: { id: string; number: number; roomId: string } | null
  quorum: number
  majority: Majority
  opensAt: Date
  closesAt: Date
  openedAt: Date | null
  closedAt: Date | null
  cancelReason: string
  correctsId: string | null
  correctedBy: string | null
  definitionHash: string
  seatsOnRoll: number
  seatsNeeded: number
  peopleOnRoll: number | null
  turnout: Turnout
  /** The seats that the reader fills today. */
  mySeats: MySeat[]
  me: { isOnRoll: boolean; vote: VoteShown | null }
  /** Only once it is closed: a running count would sway those who have not voted. */
  result: BallotResult | null
  may: { open: boolean; close: boolean; cancel: boolean; correct: boolean }
}

export type TallyShown = {
  state: BallotState
  turnout: Turnout
  seatsOnRoll: number
  seatsNeeded: number
  peopleOnRoll: number | null
  result: { outcome: Outcome; seats: Tally; persons: Tally } | null
}
export type PersonVote = { personId: string; name: string; choice: Choice; reason: string; receipt: string }
export type VotesListed = {
  proposal: { id: string; title: string; language: string }
  votes: PersonVote[]
  next: string | null
}
export type BallotListed = {
  id: string
  state: BallotState
  proposal: { id: string; number: number; title: string; language: string }
  consultation: { id: string; title: Said }
  opensAt: Date
  closesAt: Date
  outcome: Outcome | null
}
export type BallotsListed = { ballots: BallotListed[]; next: string | null }
