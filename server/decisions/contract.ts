import { z } from 'zod'
import type { Turnout } from '../ballots/contract.ts'
import { majorities, type Choice, type Majority, type Outcome, type Tally } from '../ballots/words.ts'
import type { Said } from '../by-language.ts'
import { clientId, day, id, line, lines, optional, wholeNumber } from '../fields.ts'
import { proposalLanguages } from '../proposals/words.ts'
import { decisionLimits, taskStates, type MotionState, type TaskState } from './words.ts'

// The languages in which a table writes its proposals: a motion may become one.
const language = z.enum(proposalLanguages)

export const MoveMotion = z.strictObject({
  meetingId: id,
  seatId: id,
  text: lines(10, decisionLimits.motion),
  language,
  /** The published proposal it asks to vote on; without one its own text is voted on. */
  proposalId: optional(id),
  clientId,
})
export const WithdrawMotion = z.strictObject({ motionId: id })
export const SupportMotion = z.strictObject({ motionId: id, seatId: id })
export const PutMotion = z.strictObject({
  motionId: id,
  quorum: wholeNumber(0, 100),
  majority: z.enum(majorities),
  minutes: wholeNumber(1, decisionLimits.voteMinutes),
  /** For the proposal that its text becomes; drawn from the motion and the consultation when left empty. */
  title: optional(line(8, decisionLimits.title)),
  addressee: optional(line(3, decisionLimits.addressee)),
  clientId,
})
export type PutMotion = z.output<typeof PutMotion>
export const ShowMotion = z.strictObject({ motionId: id })

export const RecordDecision = z.strictObject({
  meetingId: id,
  text: lines(10, decisionLimits.decision),
  language,
  /** The running item unless another is named. */
  itemId: optional(id),
  clientId,
})

export const SetTask = z.strictObject({
  meetingId: id,
  /** What it comes from: a decision, or an item of the agenda. */
  decisionId: optional(id),
  itemId: optional(id),
  text: lines(5, decisionLimits.task),
  language,
  office: optional(line(3, decisionLimits.office)),
  organisationId: optional(id),
  dueOn: day,
  reviewOn: optional(day),
  clientId,
})
export type SetTask = z.output<typeof SetTask>
export const ReportTask = z.strictObject({
  taskId: id,
  isDone: z.enum(['yes', 'no']),
  note: lines(3, decisionLimits.note),
  language,
  clientId,
})
export const ListTasks = z.strictObject({ tableId: id, state: optional(z.enum(taskStates)) })
export const ShowTask = z.strictObject({ taskId: id })

export const TakeUpMessage = z.strictObject({ meetingId: id, messageId: id, itemId: optional(id) })
export const ShowTakingUp = z.strictObject({ meetingId: id, messageId: id })
export const ShowDecisions = z.strictObject({ meetingId: id })
export const ShowMyVotes = z.strictObject({ meetingId: id })

export type Text = { text: string; language: string }
type BySeat = { seatId: string; organisation: string }

/** Moments are ISO texts throughout: the sheet also goes through the live connection. */
export type MotionOnSheet = Text &
  BySeat & {
    id: string
    number: number
    state: MotionState
    /** Too few seats voted, so its vote decided nothing: the chair may put it again. */
    mayBePutAgain: boolean
    itemId: string | null
    proposal: { id: string; number: number; title: string; language: string } | null
    movedAt: string
    supports: BySeat[]
  }

/** A vote that is open in the room: the question, the rules as stated, and how many have voted as was last told. */
export type VoteOnSheet = Text & {
  ballotId: string
  motionId: string
  title: string
  definitionHash: string
  quorum: number
  majority: Majority
  opensAt: string
  closesAt: string
  seatsOnRoll: number
  seatsNeeded: number
  turnout: Turnout
}

export type DecisionOnSheet = Text & {
  id: string
  itemId: string | null
  motionId: string | null
  /** Null for a decision by consent. */
  vote: { ballotId: string; outcome: Outcome | null; seats: Tally | null } | null
  at: string
}

export type TaskOnSheet = Text & {
  id: string
  itemId: string | null
  decisionId: string | null
  office: string
  dueOn: string
  reviewOn: string | null
  isDone: boolean
}

/** What the room is shown of a meeting's decisions. */
export type Decisions = {
  /** Per cent, as the meeting was called: what a vote is offered first. */
  usualQuorum: number
  motions: MotionOnSheet[]
  vote: VoteOnSheet | null
  decisions: DecisionOnSheet[]
  tasks: TaskOnSheet[]
  /** The messages that stand in the record. */
  takenUp: string[]
}

export type MotionShown = MotionOnSheet & {
  meetingId: string
  roomId: string
  isOpen: boolean
  usualQuorum: number
  quorum: Present
  mayPut: boolean
}

/** What stands for the reader's own seats in the vote that is open. */
export type MyVotes = { ballotId: string; seatId: string; choice: Choice; reason: string }[]

/** How many voting seats are here, are needed, and there are. */
export type Present = { present: number; needed: number; voting: number }

export type DecisionsShown = Decisions & {
  meetingId: string
  roomId: string
  isOpen: boolean
  title: Said
  number: number
  /** The seats that the reader fills today. */
  mySeats: BySeat[]
  quorum: Present
  items: (Text & { id: string; isRunning: boolean })[]
  /** What a motion may ask to vote on. */
  proposals: { id: string; number: number; title: string; language: string }[]
  organisations: { id: string; name: string }[]
  may: { move: boolean; put: boolean; record: boolean; setTasks: boolean }
}

export type TaskShown = Text & {
  id: string
  office: string
  dueOn: string
  reviewOn: string | null
  state: TaskState
  isReviewDue: boolean
  meeting: { id: string; number: number; title: Said; hasMinutes: boolean }
  /** What it comes from, in the words of the decision or the title of the item. */
  from: Text
  reports: (Text & { number: number; isDone: boolean; at: Date })[]
  mayReport: boolean
}
export type TasksListed = { table: { id: string; name: Said }; tasks: TaskShown[]; overdue: number }
