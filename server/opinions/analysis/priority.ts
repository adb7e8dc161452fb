import { shareOf } from './proportions.ts'

/** What is about the consultation itself is asked early, whatever was answered to it. */
export const metaPriority = 49

/** Source: Pol.is, step 14: few passes, far from the middle, agreed with. */
export function importanceOf(agreed: number, passed: number, seen: number, extremity: number): number {
  return (1 - shareOf(passed, seen)) * (extremity + 1) * shareOf(agreed, seen)
}

/**
 * How much a statement deserves to be asked next: its importance, and up to nine times as much while few have seen
 * it, squared.
 *
 * Source: Pol.is, step 14.
 *
 * @param extremity see `extremityOf`
 */
export function priorityOf(agreed: number, passed: number, seen: number, extremity: number): number {
  return (importanceOf(agreed, passed, seen, extremity) * (1 + 8 * 2 ** (-seen / 5))) ** 2
}
