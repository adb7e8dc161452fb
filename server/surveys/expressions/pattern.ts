import { RE2JS } from 're2js'
import { ExpressionProblem } from './problem.ts'

const LONGEST_PATTERN = 1_000
const MOST_KEPT = 200
const kept = new Map<string, RE2JS>()

/**
 * Whether a pattern is found in a text, in time linear in its length: patterns come from strangers, and the engine of the
 * language can be made to run for years. Not anchored, as Enketo and KoBo do: `^…$` asks for the whole.
 */
export function matches(text: string, pattern: string, column: number): boolean {
  return compiled(pattern, column).matcher(text).find()
}

/** Throws when a pattern cannot be read: look-ahead, look-behind and back-references have no linear-time reading. */
export function compiled(pattern: string, column: number): RE2JS {
  const before = kept.get(pattern)
  if (before) return before
  if (pattern.length > LONGEST_PATTERN) throw new ExpressionProblem('bad-pattern', column, { pattern: '…' })
  let made: RE2JS
  try {
    made = RE2JS.compile(RE2JS.translateRegExp(pattern))
  } catch {
    throw new ExpressionProblem('bad-pattern', column, { pattern })
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(pattern, made)
  return made
}
