import {
  columnTotals,
  everybody,
  merged,
  rowTotals,
  type Axis,
  type CountTable,
  type Guarded,
} from './tables.ts'

/**
 * Whether a later release of a table may be told beside the earlier one: who subtracts the two has a table of those who
 * came between, so every number that both tell (cells and totals) must be the same or have moved by k people or more. What was
 * told once stays told.
 */
export function mayFollow(earlier: Guarded, later: Guarded, k: number): boolean {
  if (earlier.withheld) return true
  const moved = (was: number, is: number) => mayMove(was, is, k)
  if (!moved(everybody(earlier), everybody(later))) return false
  if (later.withheld) return false
  const before = within(earlier, later)
  const agree = (were: number[], are: number[]) => were.every((was, at) => moved(was, are[at]!))
  if (!agree(rowTotals(before), rowTotals(later)) || !agree(columnTotals(before), columnTotals(later)))
    return false
  return later.counts.every((row, r) =>
    row.every((count, c) => {
      if (later.hidden[r]![c]) return true
      const parts = partsOf(earlier, later, r, c)
      return parts.some((part) => earlier.hidden[part.row]![part.column])
        ? true
        : moved(
            parts.reduce((sum, part) => sum + earlier.counts[part.row]![part.column]!, 0),
            count,
          )
    }),
  )
}

/** A number stays, or moves by k people or more. */
export function mayMove(was: number, is: number, k: number): boolean {
  return is === was || Math.abs(is - was) >= k
}

/** The table with what an earlier release told as one told as one again: a category that is parted later would be a difference. */
export function asJoinedBefore(table: CountTable, earlier: CountTable): CountTable {
  let now = table
  for (const axis of [0, 1] as const) {
    for (const group of earlier.axes[axis]?.groups ?? []) {
      for (;;) {
        const inIt = now.axes[axis]!.groups.flatMap((each, at) =>
          each.some((name) => group.includes(name)) ? [at] : [],
        )
        if (inIt.length < 2) break
        now = merged(now, axis, inIt[0]!, inIt[1]!)
      }
    }
  }
  return now
}

function within(earlier: CountTable, later: CountTable): CountTable {
  return {
    axes: later.axes,
    counts: later.counts.map((row, r) =>
      row.map((_, c) =>
        partsOf(earlier, later, r, c).reduce((sum, part) => sum + earlier.counts[part.row]![part.column]!, 0),
      ),
    ),
  }
}

/** The cells of an earlier table that a cell of the later one takes in. */
function partsOf(earlier: CountTable, later: CountTable, row: number, column: number) {
  const rows = inside(earlier.axes[0], later.axes[0].groups[row]!)
  const [, columnsThen] = earlier.axes
  const [, columnsNow] = later.axes
  const columns = columnsThen && columnsNow ? inside(columnsThen, columnsNow.groups[column]!) : [0]
  return rows.flatMap((r) => columns.map((c) => ({ row: r, column: c })))
}

function inside({ groups }: Axis, names: readonly string[]): number[] {
  return groups.flatMap((group, at) => (group.every((name) => names.includes(name)) ? [at] : []))
}
