import { RE2JS } from 're2js'

const LONGEST_PATTERN = 1_000
const MOST_KEPT = 200
const kept = new Map<string, RE2JS>()

/**
 * Whether a pattern is found in a text, in time linear in its length: patterns come from strangers, and the engine of the
 * language can be made to run for years. Not anchored, as Enketo and KoBo do: `^…$` asks for the whole. `undefined` when the
 * pattern cannot be read: look-ahead, look-behind and back-references have no linear-time reading.
 */
export function matches(text: string, pattern: string): boolean | undefined {
  return compiled(pattern)?.matcher(text).find()
}

export function isReadable(pattern: string): boolean {
  return compiled(pattern) !== undefined
}

function compiled(pattern: string): RE2JS | undefined {
  const before = kept.get(pattern)
  if (before) return before
  if (pattern.length > LONGEST_PATTERN) return undefined
  try {
    const made = RE2JS.compile(RE2JS.translateRegExp(pattern))
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(pattern, made)
    return made
  } catch {
    return undefined
  }
}
