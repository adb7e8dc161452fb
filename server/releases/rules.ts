import type { Powers } from '../consultations/contract.ts'
import { Refusal, type Verdict } from '../refusal.ts'
import type { Thresholds } from './disclosure/tables.ts'

/** Publishing is the chair's. */
export function mayRelease({ offices }: Powers): Verdict {
  return offices.includes('chair') ? true : new Refusal('forbidden', 'only-for-chair')
}

type Standing = { state: string; plan: { days: readonly string[]; tables: readonly unknown[] } }

/** Each declared day brings one release, from that day on; a day that passed without one may still be used once. */
export function isReleaseDay({ state, plan }: Standing, released: number, today: string): Verdict {
  if (state === 'draft') return new Refusal('conflict', 'survey-not-open')
  if (plan.tables.length === 0) return new Refusal('conflict', 'nothing-to-release')
  const due = plan.days.filter((day) => day <= today).length
  if (released >= plan.days.length) return new Refusal('conflict', 'all-releases-made')
  return due > released ? true : new Refusal('conflict', 'not-a-release-day')
}

export function areEnough(people: number, { base }: Thresholds): Verdict {
  return people >= base ? true : new Refusal('conflict', 'too-few-to-release')
}

/**
 * Answers are read one by one only once a survey that keeps them apart from their authors is closed, and only when there are
 * enough: who looked before and after somebody answered, or among three, would know whose answers they are.
 */
export function mayRead(
  { isApart, state }: { isApart: boolean; state: string },
  responses: number,
  { k }: Thresholds,
): Verdict {
  if (!isApart) return true
  if (state !== 'closed') return new Refusal('conflict', 'read-after-close')
  return responses >= k ? true : new Refusal('conflict', 'too-few-to-read')
}
