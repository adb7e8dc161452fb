import type { Counts } from './group-votes.ts'
import { proportionTest, shareOf, significant } from './proportions.ts'

/**
 * What nearly everyone agrees with, and what nearly everyone disagrees with: at most five columns each, whose share is
 * over one half and significantly so, the largest share times z first.
 *
 * Source: Pol.is, step 12: over all who answered, whether or not they are in a group.
 */
export function consensusOf(everyone: Counts, leftOut: Uint8Array): { agree: number[]; disagree: number[] } {
  const held = (part: 'agreed' | 'disagreed') =>
    Array.from(leftOut.keys())
      .filter((column) => leftOut[column] === 0)
      .map((column) => ({
        column,
        p: shareOf(everyone[part][column]!, everyone.seen[column]!),
        pTest: proportionTest(everyone[part][column]!, everyone.seen[column]!),
      }))
      .filter(({ p, pTest }) => p > 0.5 && pTest > significant)
      .sort((one, other) => other.p * other.pTest - one.p * one.pTest)
      .slice(0, 5)
      .map(({ column }) => column)
  return { agree: held('agreed'), disagree: held('disagreed') }
}
