import { columnTotals, isTwoWay, merged, rowTotals, type CountTable } from './tables.ts'

/**
 * A total of a row or column of 1 to k-1 people is told together with its neighbour in the declared order: the next, or for
 * the last the one before. (Cell suppression guards what stands inside; the totals around it must be large by themselves.)
 */
export function mergeMargins(table: CountTable, k: number): CountTable {
  let now = table
  for (const axis of isTwoWay(table) ? ([0, 1] as const) : ([0] as const)) {
    for (;;) {
      const totals = axis === 0 ? rowTotals(now) : columnTotals(now)
      const small = totals.findIndex((total) => total > 0 && total < k)
      if (small < 0 || totals.length < 2) break
      now = merged(now, axis, small, small + 1 < totals.length ? small + 1 : small - 1)
    }
  }
  return now
}
