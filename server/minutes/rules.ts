import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import { correctionDays, type MinutesPart, type MinutesState } from './words.ts'

export type Stage = { closedAt: Date | null; isApproved: boolean }

/** Seven whole days from the moment of the close, by the database's clock. */
export function correctableUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + correctionDays * 86_400_000)
}

export function stateAt({ closedAt, isApproved }: Stage, now: Date): MinutesState {
  if (isApproved) return 'approved'
  if (!closedAt) return 'running'
  return now < correctableUntil(closedAt) ? 'correcting' : 'waiting'
}

export function mayCorrect(stage: Stage, now: Date): Verdict {
  switch (stateAt(stage, now)) {
    case 'correcting':
      return true
    case 'running':
      return new Refusal('conflict', 'meeting-still-open')
    case 'waiting':
      return new Refusal('conflict', 'corrections-over')
    case 'approved':
      return new Refusal('conflict', 'minutes-approved')
  }
}

export function speaksForSeat(seats: readonly { seatId: string }[], seatId: string): Verdict {
  return seats.some((seat) => seat.seatId === seatId) ? true : new Refusal('forbidden', 'not-your-seat')
}

/** A correction is of one passage: of an item that is in the minutes, or of a part that is not an item. */
export function isPassage(
  asked: { part: MinutesPart; itemId?: string | undefined },
  items: readonly { id: string }[],
): Verdict {
  if (asked.part !== 'item') return asked.itemId ? refuseField('itemId', 'not-in-list') : true
  return items.some(({ id }) => id === asked.itemId) ? true : refuseField('itemId', 'not-in-list')
}

export function isChange({ says, shouldSay }: { says: string; shouldSay: string }): Verdict {
  return says === shouldSay ? refuseField('shouldSay', 'changes-nothing') : true
}

export function mayPreside(powers: { offices: readonly string[] }): Verdict {
  return powers.offices.includes('chair') ? true : new Refusal('forbidden', 'only-for-chair')
}

/** Once, until the minutes are frozen. The same answer given twice is one answer. */
export function maySettle(correction: { isAccepted: boolean | null }, stage: Stage): Verdict {
  if (stage.isApproved) return new Refusal('conflict', 'minutes-approved')
  return correction.isAccepted === null ? true : new Refusal('conflict', 'correction-already-settled')
}

type Meeting = { id: string; tableId: string; state: string; openedAt: Date | null }

/** A later meeting of the same table approves them, while it sits. */
export function approvesIn(minutes: { tableId: string; closedAt: Date | null }, later: Meeting): Verdict {
  if (later.tableId !== minutes.tableId) return refuseField('inMeetingId', 'not-a-later-meeting')
  if (!minutes.closedAt || !later.openedAt || later.openedAt < minutes.closedAt)
    return refuseField('inMeetingId', 'not-a-later-meeting')
  return later.state === 'open' ? true : new Refusal('conflict', 'meeting-not-open')
}

export function mayApprove(minutes: Stage & { unsettled: number; uncounted: number }, now: Date): Verdict {
  switch (stateAt(minutes, now)) {
    case 'running':
      return new Refusal('conflict', 'meeting-still-open')
    case 'correcting':
      return new Refusal('conflict', 'corrections-still-open')
    case 'approved':
      return new Refusal('conflict', 'minutes-approved')
    case 'waiting':
      if (minutes.unsettled > 0) return new Refusal('conflict', 'corrections-not-settled')
      return minutes.uncounted > 0 ? new Refusal('conflict', 'vote-not-counted') : true
  }
}

/** Whose reasons are the minority's, once the seats have decided; where they decided nothing there is none. */
export function losingSide(outcome: string | null): 'for' | 'against' | null {
  if (outcome === 'approved') return 'against'
  return outcome === 'not-approved' ? 'for' : null
}
