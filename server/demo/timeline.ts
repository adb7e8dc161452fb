import { dayAfter, romeDay } from '../rome-day.ts'

export type Step = { at: Date; what: string; run(): Promise<unknown> }

/** The demo's story as steps in time: each capability adds its own, and they are then lived through in order. */
export function timeline(today: Date) {
  const steps: Step[] = []
  const first = romeDay(today)
  return {
    /** The calendar day so many days from today. */
    day: (days: number) => dayAfter(first, days),
    /** A moment of such a day, in minutes after nine in the morning (UTC + 1 is close enough for a story). */
    moment: (days: number, minutes = 0) =>
      new Date(Date.parse(`${dayAfter(first, days)}T08:00:00Z`) + minutes * 60_000),
    add: (at: Date, what: string, run: () => Promise<unknown>) => void steps.push({ at, what, run }),
    /** Oldest first; what happens at the same moment keeps the order in which it was added. */
    inOrder: () => steps.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  }
}

export type Timeline = ReturnType<typeof timeline>
