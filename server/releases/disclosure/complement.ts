import type { Cell, CountTable, Need } from './tables.ts'

/**
 * What else is hidden so that nobody gets a hidden cell back by subtracting what is shown from the totals. Each cell in need
 * stands in two rectangles of hidden cells that share no other corner: adding one and taking one away around a rectangle
 * leaves every total as it is, so the cell can be anything from empty to k; and whoever knows one hidden cell has broken one
 * rectangle at most. (The hypercube method of τ-ARGUS.) Null where there are no two such rectangles.
 */
export function hideComplement(
  { counts }: CountTable,
  hidden: readonly (readonly boolean[])[],
  needs: readonly Need[],
): boolean[][] | null {
  const now = hidden.map((row) => [...row])
  for (const { row, column } of needs) now[row]![column] = true
  const count = (need: Cell) => counts[need.row]![need.column]!
  for (const need of needs.toSorted((one, other) => count(one) - count(other))) {
    const all = rectangles(counts, now, need).toSorted((one, other) => one.cost - other.cost)
    const first = all[0]
    const second = first && all.find((each) => !sharesCorner(each.corners, first.corners))
    if (!first || !second) return null
    for (const corner of [...first.corners, ...second.corners]) now[corner.row]![corner.column] = true
  }
  return now
}

type Rectangle = { corners: readonly [Cell, Cell, Cell]; cost: number }

function rectangles(
  counts: CountTable['counts'],
  hidden: readonly (readonly boolean[])[],
  { row, column, down, up }: Need,
): Rectangle[] {
  const found: Rectangle[] = []
  for (const [otherRow, cells] of counts.entries()) {
    if (otherRow === row) continue
    for (const [otherColumn, opposite] of cells.entries()) {
      if (otherColumn === column) continue
      if (opposite < down || counts[row]![otherColumn]! < up || cells[column]! < up) continue
      const corners = [
        { row: otherRow, column: otherColumn },
        { row, column: otherColumn },
        { row: otherRow, column },
      ] as const
      const cost = corners.reduce(
        (sum, corner) =>
          sum + (hidden[corner.row]![corner.column] ? 0 : 1000 + counts[corner.row]![corner.column]!),
        0,
      )
      found.push({ corners, cost })
    }
  }
  return found
}

function sharesCorner(some: readonly Cell[], others: readonly Cell[]): boolean {
  return some.some(({ row, column }) => others.some((other) => other.row === row && other.column === column))
}
