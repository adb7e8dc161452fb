/** Counts of people as they may be shown; null is one that is not. */
export type ShownCounts = { total: number | null; cells: (number | null)[] }

/**
 * Disclosure control of a one-way table. A group of fewer than `fewest` people is never shown, and neither is anything
 * beside it: hiding some of the others was tried against whoever runs this code on every table that could be, and some
 * hidden numbers came back. So one small group hides the whole breakdown and leaves the total; under `fewest` in all,
 * nothing is shown.
 */
export function shownCounts(counts: readonly number[], fewest: number): ShownCounts {
  const isSmall = (count: number) => count > 0 && count < fewest
  const total = counts.reduce((sum, count) => sum + count, 0)
  const cells = counts.some(isSmall) ? counts.map(() => null) : [...counts]
  return { total: isSmall(total) ? null : total, cells }
}

/**
 * What a later publication of the same table may show: a number that moved by fewer than `fewest` people would tell of
 * those few, so the table stays as it was published before.
 */
export function steadied(before: ShownCounts | null, now: ShownCounts, fewest: number): ShownCounts {
  if (!before || before.cells.length !== now.cells.length) return now
  const pairs = [before.total, ...before.cells].map(
    (was, index) => [was, [now.total, ...now.cells][index]] as const,
  )
  const movedByFew = pairs.some(([was, is]) => {
    if (was === null || is === null || is === undefined) return false
    const moved = Math.abs(is - was)
    return moved > 0 && moved < fewest
  })
  return movedByFew ? before : now
}
