import { z } from 'zod'
import type { ShownCounts } from '../briefs/contract.ts'
import type { Said } from '../by-language.ts'
import { clientId, id, lines, optional } from '../fields.ts'
import { proposalLanguages } from '../proposals/words.ts'
import { minutesLimits, minutesParts, type MinutesPart, type MinutesState } from './words.ts'

export const ShowMinutes = z.strictObject({ meetingId: id })
export const ShowMinutesBytes = z.strictObject({ meetingId: id })
export const AskCorrection = z.strictObject({
  meetingId: id,
  seatId: id,
  part: z.enum(minutesParts),
  itemId: optional(id),
  says: lines(3, minutesLimits.says),
  shouldSay: lines(3, minutesLimits.shouldSay),
  language: z.enum(proposalLanguages),
  clientId,
})
export const SettleCorrection = z.strictObject({
  correctionId: id,
  isAccepted: z.enum(['yes', 'no']),
  reason: lines(3, minutesLimits.reason),
})
export const ShowCorrection = z.strictObject({ correctionId: id })
export const ApproveMinutes = z.strictObject({
  meetingId: id,
  /** The later meeting that approves them; it is open. */
  inMeetingId: id,
})

export type Texts = { [language: string]: string }
type Text = { text: string; language: string }
export type SeatTally = { for: number; against: number; abstain: number }

/** Minutes as they are read and, once approved, kept: from format 1 the meaning of a name here never changes. */
export type MinutesContent = {
  format: 'tavolo-minutes-1'
  /** Null until they are approved. */
  number: number | null
  year: number | null
  approvedOn: string | null
  meeting: {
    id: string
    number: number
    title: Texts
    place: string
    plannedFrom: string
    plannedTo: string
    openedAt: string
    closedAt: string | null
    /** Persons are named beside their seats only where the meeting's rules say so. */
    showsNames: boolean
  }
  table: { id: string; name: Texts; territory: string | null }
  consultation: { id: string; title: Texts; isPublic: boolean }
  officers: { office: string; name: string | null }[]
  quorum: {
    percent: number
    voting: number
    needed: number
    presentAtOpening: number
    /** When as many as needed were first there. */
    reachedAt: string | null
  }
  presence: SeatPresence[]
  /** Earlier minutes that this meeting approved. */
  approved: { number: number; year: number; meetingNumber: number }[]
  items: MinutesItem[]
  outside: Happenings
  corrections: Correction[]
}

export type SeatPresence = {
  seatId: string
  organisation: string
  kind: string
  hasApologised: boolean
  stays: { by: 'holder' | 'alternate'; name: string | null; cameAt: string; leftAt: string | null }[]
}

export type MinutesItem = {
  id: string
  position: number
  title: string
  language: string
  plannedMinutes: number
  about: { kind: 'need' | 'proposal'; id: string; title: string; language: string } | null
  state: string
  ran: { from: string; to: string | null }[]
  seconds: number
  endedAs: string | null
  outcome: Text | null
  carriedTo: number | null
} & Happenings

/** What came about under an item, or beside the agenda. */
export type Happenings = {
  speakers: { seatId: string; organisation: string; turns: number; seconds: number; names: string[] }[]
  statements: (Text & {
    messageId: string
    organisation: string | null
    name: string | null
    saidAt: string
    isEdited: boolean
  })[]
  checks: CheckTaken[]
  motions: MotionMoved[]
  decisions: (Text & { id: string; at: string; quorum: Quorum })[]
  tasks: (Text & { id: string; from: Text | null; office: string; dueOn: string; reviewOn: string | null })[]
}

export type Quorum = { present: number; needed: number; voting: number }

export type CheckTaken = Text & {
  id: string
  /** A temperature check has three answers of its own: `agree`, `unsure`, `concerned`. */
  kind: 'temperature' | 'question'
  unit: 'seat' | 'person'
  openedAt: string
  closedAt: string
  options: string[]
  /** Null where so few answered that it would tell of them. */
  counts: (number | null)[]
  total: number | null
}

export type MotionMoved = Text & {
  id: string
  number: number
  organisation: string
  name: string | null
  movedAt: string
  proposal: { number: number; title: string; language: string } | null
  supports: string[]
  /** `lapsed`: the meeting ended before it was put. */
  ending: 'open' | 'withdrawn' | 'put' | 'lapsed'
  votes: VoteTaken[]
}

export type VoteTaken = {
  ballotId: string
  openedAt: string
  closedAt: string | null
  /** How many were there when the chair put it. */
  present: Quorum
  quorum: number
  majority: string
  seatsOnRoll: number
  outcome: string | null
  seats: SeatTally | null
  persons: (ShownCounts & { of: ['for', 'against', 'abstain'] }) | null
  seatVotes: { organisation: string; choice: string | null }[]
  /** What the seats on the losing side gave as their reasons. */
  minority: { organisation: string; reason: string }[]
}

export type Correction = {
  id: string
  part: MinutesPart
  itemId: string | null
  organisation: string
  says: string
  shouldSay: string
  language: string
  askedAt: string
  isAccepted: boolean | null
  reason: Text | null
}

/** What of the content is kept by language, in the reader's. */
export type MinutesInWords = { title: Said; table: Said; consultation: Said }

export type MinutesShown = MinutesInWords & {
  content: MinutesContent
  state: MinutesState
  roomId: string
  /** Until when seats may correct; null while the meeting runs. */
  correctableUntil: Date | null
  sha256: string | null
  approvedAt: Date | null
  /** The seats that the reader fills today. */
  mySeats: { seatId: string; organisation: string }[]
  may: {
    correct: boolean
    settle: boolean
    /** The open meeting in which the reader may have them approved now. */
    approveIn: { id: string; number: number } | null
  }
}

export type CorrectionShown = Correction & {
  meeting: { id: string; number: number; title: Said }
  /** Where it belongs, for an item its title. */
  item: Text | null
  maySettle: boolean
}
