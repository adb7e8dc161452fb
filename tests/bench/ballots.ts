import { measureCounting } from './counting.ts'
import type { Figure } from './figures.ts'
import { measure as measureVotes } from './votes.ts'

/** Casting beside a bare upsert, and counting. */
export async function measure(url: string): Promise<Figure[]> {
  return [...measureCounting(), ...(await measureVotes(url))]
}
