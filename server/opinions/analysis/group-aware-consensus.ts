import type { Counts } from './group-votes.ts'
import { shareOf } from './proportions.ts'

/**
 * How far every group agrees with a statement: the product over the groups of (agreed + 1) / (seen + 2). A large
 * group cannot carry a statement that a small one refuses.
 *
 * Source: Small et al. 2021; Pol.is, step 13.
 *
 * @returns m numbers from 0 to 1; statements left out have theirs too
 */
export function groupAwareConsensus(groups: readonly Counts[], size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, column) =>
    groups.reduce((product, { agreed, seen }) => product * shareOf(agreed[column]!, seen[column]!), 1),
  )
}
