import { z } from 'zod'
import { clientId, id, lines, optional } from '../fields.ts'
import { mandateParts, type MandatePart, type SeatKind } from '../tables/words.ts'
import { handKinds, longestApology, type HandKind, type PresenceEnd } from './words.ts'

export const TakePlace = z.strictObject({ meetingId: id, seatId: id, part: z.enum(mandateParts) })
export const LeavePlace = z.strictObject({ meetingId: id, seatId: id })
export const KeepPlace = z.strictObject({ meetingId: id })
export const SendApologies = z.strictObject({
  meetingId: id,
  seatId: id,
  note: optional(lines(0, longestApology)),
})
export const WithdrawApologies = z.strictObject({ meetingId: id, seatId: id })

export const RaiseHand = z.strictObject({ meetingId: id, seatId: id, kind: z.enum(handKinds), clientId })
export const LowerHand = z.strictObject({ meetingId: id, seatId: id })

/** `after` is the turn that the chair saw running, none when nobody spoke: two who give at once give once. */
export const GiveFloor = z.strictObject({ meetingId: id, seatId: id, after: optional(id) })
const turn = { meetingId: id, turnId: id }
export const TakeFloor = z.strictObject(turn)
export const PauseFloor = z.strictObject(turn)
export const ResumeFloor = z.strictObject(turn)

export const ShowMyPlaces = z.strictObject({ meetingId: id })
export const ShowBalance = z.strictObject({ meetingId: id })
export const ListApologies = z.strictObject({ meetingId: id })

/** A seat of the table as the whole room knows it: an organisation, never a person. */
export type SeatOnSheet = { id: string; organisation: string; kind: SeatKind }

export type Quorum = { voting: number; present: number; needed: number }

/** Which seats are here, and through whom; never a name. */
export type PresenceShown = { holders: string[]; alternates: string[]; apologies: string[]; quorum: Quorum }

export type HandShown = { seatId: string; kind: HandKind }

/** Why a seat is where it is in the balanced order. */
export type BalancedHand = { seatId: string; because: 'point-of-order' | 'first-time' | 'spoken-least' }

export type TurnShown = {
  id: string
  seatId: string
  kind: HandKind
  givenAt: string
  /** Since when the clock runs; null while it is paused. */
  runningSince: string | null
  /** What the clock had counted before that, in milliseconds. */
  spent: number
}

export type FloorShown = {
  turn: TurnShown | null
  /** Points of order first, then by place in the stream. */
  queue: HandShown[]
  /** Only a suggestion, beside the queue. */
  balanced: BalancedHand[]
  /** What each seat has spoken in turns that are over, in milliseconds. */
  spoken: Record<string, number>
  /** What each seat may speak in all, in seconds; null for no limit. */
  seatSeconds: number | null
}

/** The seats that the reader fills today, and what the reader may do in the meeting. */
export type MyPlaces = {
  seats: { seatId: string; part: MandatePart; organisation: string }[]
  /** The chair, or the secretary. */
  runs: boolean
  /** The chair alone: who puts to the vote and records what was decided. */
  presides: boolean
  /** Whoever holds an office at the table. */
  watchesBalance: boolean
  /** What the reader's own apologies say. */
  apologies: { seatId: string; note: string }[]
}

export type ApologiesListed = { seatId: string; organisation: string; note: string; sentAt: string }[]

export type Balance = {
  meetingId: string
  roomId: string
  seats: {
    seatId: string
    organisation: string
    kind: SeatKind
    turns: number
    seconds: number
    messages: number
  }[]
  languages: { language: string; messages: number }[]
}

/** For the record: who came for a seat, from when to when. */
export type Attendance = {
  seatId: string
  organisation: string
  kind: SeatKind
  part: MandatePart
  name: string
  cameAt: Date
  /** Null while the meeting is open and they are there. */
  leftAt: Date | null
  endedBy: PresenceEnd | null
}[]

/** For the record: who spoke for a seat, on what, and for how long. */
export type TurnsTaken = {
  id: string
  seatId: string
  organisation: string
  name: string
  kind: HandKind
  itemId: string | null
  givenAt: Date
  endedAt: Date | null
  seconds: number
}[]
