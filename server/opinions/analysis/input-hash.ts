import { createHash } from 'node:crypto'
import type { Votes } from './votes.ts'

/**
 * SHA-256 over all that a result is made from: the votes, which statements were left out or are meta, and the groups if
 * they were given; not what people are called. So whoever has the same votes, under other names, gets the same hash
 * and the same figures: a published figure can be recomputed from an export that names nobody.
 *
 * @param votes in canonical order
 */
export function inputHash(votes: Votes, leftOut: Uint8Array, meta: Uint8Array): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([votes.statements, votes.given]))
  // The same bytes on every machine, whichever end of a number it keeps first.
  const numbers = new DataView(new ArrayBuffer(4 * votes.starts.length + 2 * votes.cells.length))
  votes.starts.forEach((start, at) => numbers.setUint32(4 * at, start))
  const after = 4 * votes.starts.length
  for (let at = 0; at < votes.cells.length; at++) numbers.setUint16(after + 2 * at, votes.cells[at]!)
  return hash.update(numbers).update(leftOut).update(meta).digest('hex')
}
