import { Refusal, type Verdict } from '../refusal.ts'

/** A brief is the chair's word for the table. */
export function mayPublish(offices: readonly string[], needs: number): Verdict {
  if (!offices.includes('chair')) return new Refusal('forbidden', 'only-for-chair')
  if (needs === 0) return new Refusal('conflict', 'brief-without-needs')
  return true
}

export function mayPreview(offices: readonly string[]): Verdict {
  return offices.includes('chair') || offices.includes('secretary')
    ? true
    : new Refusal('forbidden', 'only-for-chair-or-secretary')
}

/** Whose reasons are the minority's, once the seats have decided; without a quorum they decided nothing, and there is none. */
export function losingSide(outcome: string): 'for' | 'against' | null {
  if (outcome === 'approved') return 'against'
  return outcome === 'not-approved' ? 'for' : null
}
