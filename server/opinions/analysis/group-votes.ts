import type { Votes } from './votes.ts'

/** How the people of a group answered: m counts each; `seen` is agreed, disagreed and passed together. */
export type Counts = { agreed: Uint32Array; disagreed: Uint32Array; seen: Uint32Array }

/**
 * Source: Pol.is, step 10.
 *
 * @param groupOf for each row its group from 0 to k - 1, or -1
 * @returns k times m counts; answers to statements left out are counted too
 */
export function groupVotes(votes: Votes, groupOf: Int8Array, k: number): Counts[] {
  const tallies = Array.from({ length: k }, () => new Uint32Array(3 * votes.statements.length))
  groupOf.forEach((group, row) => {
    const tally = tallies[group]
    if (!tally) return
    for (let at = votes.starts[row]!; at < votes.starts[row + 1]!; at++) tally[votes.cells[at]!]!++
  })
  return tallies.map(countsOf)
}

/** From 3 * m counts as `tallyOf` gives them. */
export function countsOf(tally: Uint32Array): Counts {
  const size = tally.length / 3
  return {
    agreed: Uint32Array.from({ length: size }, (_, column) => tally[3 * column + 2]!),
    disagreed: Uint32Array.from({ length: size }, (_, column) => tally[3 * column]!),
    seen: Uint32Array.from(
      { length: size },
      (_, column) => tally[3 * column]! + tally[3 * column + 1]! + tally[3 * column + 2]!,
    ),
  }
}

/** Counts of several groups together; none give zeros. */
export function together(groups: readonly Counts[], size: number): Counts {
  const sum = (part: keyof Counts) =>
    Uint32Array.from({ length: size }, (_, column) =>
      groups.reduce((total, counts) => total + counts[part][column]!, 0),
    )
  return { agreed: sum('agreed'), disagreed: sum('disagreed'), seen: sum('seen') }
}
