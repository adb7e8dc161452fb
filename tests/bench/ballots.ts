import { measureCounting } from './counting.ts'
import type { Figure } from './figures.ts'
import { measureFirstPapers } from './first-papers.ts'
import { measure as measureVotes } from './votes.ts'

/** Casting beside bare inserts and upserts, and counting. */
export async function measure(url: string): Promise<Figure[]> {
  return [...measureCounting(), ...(await measureFirstPapers(url)), ...(await measureVotes(url))]
}
