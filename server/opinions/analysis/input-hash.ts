import { createHash } from 'node:crypto'
import { endianness } from 'node:os'
import type { Votes } from './votes.ts'

/**
 * SHA-256 over all that a result is made from: the votes, which statements were left out or are meta, and the groups if
 * they were given, or else the least size of those that are found; not what people are called. So whoever has the same votes, under other names, gets the same hash
 * and the same figures: a published figure can be recomputed from an export that names nobody.
 *
 * @param votes in canonical order
 */
export function inputHash(votes: Votes, leftOut: Uint8Array, meta: Uint8Array, fewest: number): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([votes.statements, votes.given ?? fewest]))
  const numbers = [bigEndian(votes.starts), bigEndian(votes.cells)]
  for (const bytes of numbers) hash.update(bytes)
  return hash.update(leftOut).update(meta).digest('hex')
}

/** The same bytes on every machine, whichever end of a number it keeps first. */
function bigEndian(numbers: Uint16Array | Uint32Array): Buffer {
  const bytes = Buffer.from(numbers.slice().buffer)
  if (endianness() === 'BE') return bytes
  return numbers.BYTES_PER_ELEMENT === 2 ? bytes.swap16() : bytes.swap32()
}
