import { canonical, sha256 } from '../canonical.ts'
import type { Unit } from './words.ts'

type Kept = {
  definitionHash: string
  unit: Unit
  electorId: string
  paper: Parameters<typeof canonical>[0]
  reason: string
}

const letters = 16

/**
 * The receipt of a named vote: the beginning of a hash of nothing but what is published beside the name, so that anyone can
 * make it again. A moment in it would be found by trying all there are, and would tell when somebody voted.
 */
export function receiptOf({ definitionHash, unit, electorId, paper, reason }: Kept): string {
  return sha256(canonical({ definitionHash, unit, elector: electorId, paper, reason })).slice(0, letters)
}
