import { canonical, sha256 } from '../canonical.ts'
import type { PollResult } from './contract.ts'

type Sealed = PollResult | { external: { outcome: string; proofAddress: string } }

/**
 * What the seal commits to, byte by byte: nothing but what is told to everybody, so that everybody can compute it, and so that
 * trying all papers there can be tells nothing of those that are guarded. Canonical, because the database does not keep the
 * order of names.
 */
export function sealedText(definitionHash: string, result: Sealed): string {
  return canonical({ definitionHash, result: JSON.parse(JSON.stringify(result)) as Record<string, never> })
}

export function sealOf(definitionHash: string, result: Sealed): string {
  return sha256(sealedText(definitionHash, result))
}
