import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import { type ItemState, meetingLimits, type MeetingState } from './words.ts'

type Stage = { state: MeetingState }

/** The chair, or the secretary, calls and runs a meeting. */
export function mayRun(powers: { offices: readonly string[] }): Verdict {
  return powers.offices.some((office) => office === 'chair' || office === 'secretary')
    ? true
    : new Refusal('forbidden', 'only-for-chair-or-secretary')
}

export function mayBeCalledFor(dates: { startsAt: Date; endsAt: Date }, now: Date): Verdict {
  if (dates.startsAt <= now) return refuseField('startsAt', 'must-be-later')
  return dates.endsAt > dates.startsAt ? true : refuseField('endsAt', 'ends-before-it-starts')
}

export function mayOpen({ state }: Stage, room: { isClosed: boolean; isTaken: boolean }): Verdict {
  if (state === 'cancelled') return new Refusal('conflict', 'meeting-cancelled')
  if (state !== 'called') return new Refusal('conflict', 'meeting-already-opened')
  if (room.isClosed) return new Refusal('conflict', 'room-closed')
  return room.isTaken ? new Refusal('conflict', 'another-meeting-is-open') : true
}

/** Those who are called are reminded of what begins before this. */
export function remindedBefore(now: Date): Date {
  return new Date(now.getTime() + 24 * 3_600_000)
}

/** What begins within the day needs no reminder beside the invitation itself. */
export function remindedAlready(startsAt: Date, now: Date): Date | null {
  return startsAt <= remindedBefore(now) ? now : null
}

/** Before it begins a meeting may get another day, or none. */
export function mayChange({ state }: Stage): Verdict {
  if (state === 'called') return true
  return new Refusal('conflict', state === 'cancelled' ? 'meeting-cancelled' : 'meeting-already-opened')
}

/** What belongs to the sitting itself: the floor, the running item, checks, motions. */
export function mustBeOpen({ state }: Stage): Verdict {
  return state === 'open' ? true : new Refusal('conflict', 'meeting-not-open')
}

/** The agenda stands once the meeting is over. */
export function mayChangeAgenda({ state }: Stage): Verdict {
  if (state === 'called' || state === 'open') return true
  return new Refusal('conflict', state === 'cancelled' ? 'meeting-cancelled' : 'meeting-closed')
}

type ItemStage = { state: ItemState; runningSince: Date | null }

/** What was closed or carried over is not taken up again here. */
export function isStillToCome({ state }: Pick<ItemStage, 'state'>): Verdict {
  if (state === 'closed') return new Refusal('conflict', 'item-already-closed')
  return state === 'carried' ? new Refusal('conflict', 'item-already-carried') : true
}

export function isRunning(item: ItemStage): Verdict {
  const verdict = isStillToCome(item)
  if (verdict !== true) return verdict
  return item.state === 'running' ? true : new Refusal('conflict', 'item-not-running')
}

/** What an item's clock shows when it is stopped at a moment. */
export function spentAt(item: { runningSince: Date | null; spentSeconds: number }, now: Date): number {
  const running = item.runningSince ? Math.round((now.getTime() - item.runningSince.getTime()) / 1000) : 0
  return item.spentSeconds + Math.max(0, running)
}

/** What was begun is on the record: it is closed or put off, not taken away. */
export function mayRemove(item: ItemStage & { spentSeconds: number }): Verdict {
  const verdict = isStillToCome(item)
  if (verdict !== true) return verdict
  return item.state === 'waiting' && item.spentSeconds === 0
    ? true
    : new Refusal('conflict', 'item-already-begun')
}

export function mayAddItem({ items }: { items: number }): Verdict {
  return items < meetingLimits.items ? true : new Refusal('conflict', 'agenda-is-full')
}

type Placed = { id: string; tableId: string; consultationId: string; isMembersOnly: boolean }

/** An item goes on in another meeting of its table. Out of a members-only consultation nothing is carried. */
export function mayCarryInto(from: Placed, into: Placed & Stage): Verdict {
  if (into.id === from.id || into.tableId !== from.tableId)
    return refuseField('toMeetingId', 'not-another-meeting-of-table')
  if (into.state !== 'called' && into.state !== 'open')
    return refuseField('toMeetingId', 'not-another-meeting-of-table')
  return from.isMembersOnly && into.consultationId !== from.consultationId
    ? refuseField('toMeetingId', 'would-leave-the-members')
    : true
}

export function mayClose({ state }: Stage): Verdict {
  if (state === 'open') return true
  return new Refusal('conflict', state === 'closed' ? 'meeting-closed' : 'meeting-not-open')
}

export function mayAddPaper({ papers }: { papers: number }): Verdict {
  return papers < meetingLimits.papers ? true : new Refusal('conflict', 'papers-are-enough')
}
