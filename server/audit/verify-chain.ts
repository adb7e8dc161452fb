import { sha256 } from '../canonical.ts'
import type { ChainEntry, Head } from './contract.ts'

/**
 * What does not hold. `number`: an entry is missing, or stands out of order. `hash`: it, or what stands before it, is not as it
 * was written. `content`: not what the entry commits to. `cut`: a published head lies beyond the end. `other-past`: a
 * published head is not in this chain, so that it was written anew or grew again from an old copy.
 */
export type Fault = { seq: number; fault: 'number' | 'hash' | 'content' | 'cut' | 'other-past' }

export type Verified = {
  entries: number
  head: Head
  /** How many contents were there to be compared; the others were not given, or erased. */
  contents: number
  heads: number
  faults: Fault[]
}

const beginning = '0'.repeat(64)

/** Computes every entry again, and looks for each head that was published: by itself a chain cannot tell that it was cut. */
export function verifyChain(entries: readonly ChainEntry[], heads: readonly Head[]): Verified {
  const faults: Fault[] = []
  const hashes = new Map<number, string>()
  let before = { seq: 0, hash: beginning }
  let contents = 0
  for (const { seq, at, act, commitment, hash, salt, content } of entries) {
    if (seq !== before.seq + 1) faults.push({ seq, fault: 'number' })
    if (sha256([before.hash, seq, at, act, commitment].join('\n')) !== hash)
      faults.push({ seq, fault: 'hash' })
    if (salt !== undefined && content !== undefined) {
      contents += 1
      if (sha256(`${salt}\n${content}`) !== commitment) faults.push({ seq, fault: 'content' })
    }
    before = { seq, hash }
    hashes.set(seq, hash)
  }
  for (const { seq, hash } of heads) {
    if (seq > before.seq) faults.push({ seq, fault: 'cut' })
    else if (hashes.get(seq) !== hash) faults.push({ seq, fault: 'other-past' })
  }
  return { entries: entries.length, head: before, contents, heads: heads.length, faults }
}
