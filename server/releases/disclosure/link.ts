import { hideComplement } from './complement.ts'
import { mergeMargins } from './merge-margins.ts'
import { isTwoWay, type Axis, type CountTable, type Guarded } from './tables.ts'

/**
 * The total of a category in a table of two questions is the same number as its cell in the table of one. So what has to be
 * merged in the margin of one is merged in the other: otherwise the one gives back by subtracting what the other joined.
 */
export function linkMargins(tables: readonly CountTable[], k: number): CountTable[] {
  const paired = new Set(tables.filter(isTwoWay).flatMap(({ axes }) => axes.map(({ question }) => question)))
  return tables.map((table) =>
    !isTwoWay(table) && paired.has(table.axes[0].question) ? mergeMargins(table, k) : table,
  )
}

/** A cell that stands in two tables is hidden in both when it is in one, and what guards it is looked for again, until nothing changes. */
export function linkCells(tables: readonly Guarded[]): Guarded[] | null {
  let now = [...tables]
  for (;;) {
    const hidden = new Set(now.flatMap((table) => (table.withheld ? [] : hiddenKeys(table))))
    let changed = false
    for (const [at, table] of now.entries()) {
      if (table.withheld) continue
      const union = table.hidden.map((row, r) =>
        row.map((isHidden, c) => isHidden || hidden.has(cellKey(table, r, c))),
      )
      if (!union.some((row, r) => row.some((isHidden, c) => isHidden !== table.hidden[r]![c]))) continue
      const guarded = isTwoWay(table) ? hideComplement(table, union, table.needs) : union
      if (!guarded) return null
      now = now.with(at, { ...table, hidden: guarded })
      changed = true
    }
    if (!changed) return now
  }
}

function hiddenKeys(table: Guarded): string[] {
  return table.hidden.flatMap((row, r) =>
    row.flatMap((isHidden, c) => (isHidden ? [cellKey(table, r, c)] : [])),
  )
}

/** One name for a cell, whichever of its questions is the row. */
function cellKey({ axes }: CountTable, row: number, column: number): string {
  const [rows, columns] = axes
  const names = [nameOf(rows, row), ...(columns ? [nameOf(columns, column)] : [])]
  return JSON.stringify(names.toSorted())
}

function nameOf({ question, groups }: Axis, at: number): string {
  return JSON.stringify([question, ...groups[at]!.toSorted()])
}
