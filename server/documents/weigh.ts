import type { Verdict } from '../refusal.ts'
import { refusedDocument } from './refused-document.ts'
import { documentLimits } from './shape.ts'

const quote = 0x22
const backslash = 0x5c
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

/** Each node is an object within its parent's array, inside the one object that holds the root. */
const brackets = documentLimits.depth * 2 + 1

/**
 * Whether a serialized document is small, shallow and short enough to be parsed at all. One pass over the
 * characters: JSON.parse, zod and Lexical each recurse, and a deep document would take the process with it.
 */
export function mayBeParsed(serialized: string): Verdict {
  if (serialized.length > documentLimits.bytes || Buffer.byteLength(serialized) > documentLimits.bytes) {
    return refusedDocument('document-too-long')
  }

  let depth = 0
  let objects = 0
  let inString = false
  for (let at = 0; at < serialized.length; at += 1) {
    const code = serialized.charCodeAt(at)
    if (inString) {
      if (code === backslash) at += 1
      else if (code === quote) inString = false
    } else if (code === quote) {
      inString = true
    } else if (opening.has(code)) {
      depth += 1
      if (code === 0x7b) objects += 1
      if (depth > brackets) return refusedDocument('document-too-deep')
      if (objects > documentLimits.nodes + 1) return refusedDocument('document-too-many-parts')
    } else if (closing.has(code)) {
      depth -= 1
    }
  }
  return true
}
