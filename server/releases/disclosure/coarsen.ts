import { columnTotals, isTwoWay, merged, rowTotals, type CountTable } from './tables.ts'

/**
 * The table with fewer categories, where its cells cannot be guarded as they are: of the longer axis the two smallest
 * are told as one. Null at two by two, where nothing is left to break down. Categories of nobody count for nothing.
 */
export function coarser(table: CountTable): CountTable | null {
  const filled = filledOf(rowTotals(table))
  if (!isTwoWay(table)) return filled.length > 2 ? merged(table, 0, ...smallestTwo(filled)) : null
  const filledColumns = filledOf(columnTotals(table))
  if (filled.length < 2 || filledColumns.length < 2) return null
  if (filled.length === 2 && filledColumns.length === 2) return null
  return filled.length >= filledColumns.length
    ? merged(table, 0, ...smallestTwo(filled))
    : merged(table, 1, ...smallestTwo(filledColumns))
}

type Filled = { at: number; total: number }

function filledOf(totals: number[]): Filled[] {
  return totals.map((total, at) => ({ at, total })).filter(({ total }) => total > 0)
}

function smallestTwo(filled: Filled[]): [number, number] {
  const [one, other] = filled.toSorted((a, b) => a.total - b.total || a.at - b.at)
  return [one!.at, other!.at]
}
