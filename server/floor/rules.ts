import { Refusal, type Verdict } from '../refusal.ts'
import type { MeetingState } from '../meetings/words.ts'
import type { MandatePart } from '../tables/words.ts'

type Filled = { seatId: string; part: MandatePart }
type Present = { personId: string; part: MandatePart }

/** Whether a person fills a seat today in a part of it; a mandate that is over, or not begun, fills nothing. */
export function mayFill(
  seats: readonly Filled[],
  wish: { seatId: string; part?: MandatePart },
  hadMandate: boolean,
): Verdict {
  const fills = seats.some(({ seatId, part }) => seatId === wish.seatId && (wish.part ?? part) === part)
  if (fills) return true
  return new Refusal('forbidden', hadMandate ? 'mandate-not-in-force' : 'not-your-seat')
}

/** An alternate comes only while the holder is away. */
export function mayTakePlace(part: MandatePart, present: Present | undefined): Verdict {
  return part === 'alternate' && present?.part === 'holder' ? new Refusal('conflict', 'holder-present') : true
}

/** Apologies are sent until the meeting is over, for a holder who is not there. */
export function mayBeAway({ state }: { state: MeetingState }, present: Present | undefined): Verdict {
  if (state === 'closed' || state === 'cancelled') return new Refusal('conflict', `meeting-${state}`)
  return present?.part === 'holder' ? new Refusal('conflict', 'holder-present') : true
}

/** Who speaks, speaks for a seat and is there. */
export function mayRaiseHand(
  personId: string,
  seats: readonly Filled[],
  seatId: string,
  present: Present | undefined,
): Verdict {
  if (!seats.some((each) => each.seatId === seatId)) return new Refusal('forbidden', 'only-for-seats')
  return present?.personId === personId ? true : new Refusal('conflict', 'not-present')
}

/** One's own hand, or any for whoever runs the meeting. */
export function mayLowerHand(
  seats: readonly Filled[],
  seatId: string,
  hand: { personId: string } | undefined,
  personId: string,
  runs: boolean,
): Verdict {
  if (runs) return true
  if (!seats.some((each) => each.seatId === seatId)) return new Refusal('forbidden', 'only-for-seats')
  return !hand || hand.personId === personId ? true : new Refusal('forbidden', 'not-your-hand')
}

/** The floor goes to a seat that is there with its hand up, after the turn that whoever gives it has seen. */
export function mayBeGiven(
  after: string | undefined,
  current: { id: string } | undefined,
  present: Present | undefined,
  hand: object | undefined,
): Verdict {
  if (current?.id !== after) return new Refusal('conflict', 'floor-changed')
  if (!present) return new Refusal('conflict', 'seat-absent')
  return hand ? true : new Refusal('conflict', 'hand-down')
}

/** Whoever runs the meeting, or who has the floor. */
export function mayEndTurn(turn: { personId: string }, personId: string, runs: boolean): Verdict {
  return runs || turn.personId === personId ? true : new Refusal('forbidden', 'only-for-chair-or-secretary')
}

export function mustBeOn(turn: { endedAt: Date | null }): Verdict {
  return turn.endedAt === null ? true : new Refusal('conflict', 'turn-over')
}

/** How many voting seats must be present; where any is asked for at all, at least one. */
export function seatsNeeded(voting: number, percent: number): number {
  return percent === 0 ? 0 : Math.max(1, Math.ceil((voting * percent) / 100))
}

/** The chair, the secretary and whoever moderates see who has been heard and who has not. */
export function mayWatchBalance(powers: { offices: readonly string[] }): Verdict {
  return powers.offices.length > 0 ? true : new Refusal('forbidden', 'only-for-officers')
}
