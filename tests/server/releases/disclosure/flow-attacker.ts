import type { Guarded } from '#server/releases/disclosure/tables.ts'

export type Place = { row: number; column: number }
type Range = { least: number; most: number }

/**
 * An attacker that knows nothing of linear programmes: between rows and columns whose totals are told, people flow through
 * the hidden cells, and what a cell can be is what can flow around it.
 */
export function range(table: Guarded, at: Place, known?: Place): Range {
  const count = table.counts[at.row]![at.column]!
  if (table.axes.length === 1) return rangeInColumn(table, at, known)
  const isOpen = (row: number, column: number) =>
    table.hidden[row]![column]! &&
    !(row === at.row && column === at.column) &&
    !(known && row === known.row && column === known.column)
  return {
    least: count - Math.min(count, flow(table.counts, isOpen, at, 'down')),
    most: count + flow(table.counts, isOpen, at, 'up'),
  }
}

/** By one question only the total is told: hidden cells share what it leaves. */
function rangeInColumn(table: Guarded, at: Place, known?: Place): Range {
  const others = hiddenPlaces(table).filter(({ row }) => row !== at.row && row !== known?.row)
  const shared = [at, ...others].reduce((sum, { row }) => sum + table.counts[row]![0]!, 0)
  return { least: others.length > 0 ? 0 : shared, most: shared }
}

/** The most that the cell can give away (down) or take (up), by augmenting paths from its row to its column. */
function flow(
  counts: Guarded['counts'],
  isOpen: (row: number, column: number) => boolean,
  at: Place,
  way: 'up' | 'down',
): number {
  const plenty = counts.flat().reduce((sum, count) => sum + count, 0)
  const left = counts.map((row) => [...row])
  const rows = counts.length
  const columns = counts[0]!.length
  let moved = 0
  for (;;) {
    // Nodes: rows first, then columns. To go up, a row gives from its cells and a column takes into its own; down, the other way.
    const from = new Map<number, number>([[at.row, -1]])
    const queue = [at.row]
    for (const node of queue) {
      if (node < rows)
        for (let column = 0; column < columns; column++) {
          if (!isOpen(node, column) || from.has(rows + column)) continue
          if (way === 'up' && !left[node]![column]) continue
          from.set(rows + column, node)
          queue.push(rows + column)
        }
      else
        for (let row = 0; row < rows; row++) {
          if (!isOpen(row, node - rows) || from.has(row)) continue
          if (way === 'down' && !left[row]![node - rows]) continue
          from.set(row, node)
          queue.push(row)
        }
    }
    const end = rows + at.column
    if (!from.has(end)) return moved
    const path: [number, number, number][] = []
    for (let node = end; from.get(node)! >= 0; node = from.get(node)!) {
      const before = from.get(node)!
      const gives = way === 'up' ? before < rows : before >= rows
      path.push(before < rows ? [before, node - rows, gives ? -1 : 1] : [node, before - rows, gives ? -1 : 1])
    }
    const amount = Math.min(
      plenty,
      ...path.map(([row, column, sign]) => (sign < 0 ? left[row]![column]! : plenty)),
    )
    for (const [row, column, sign] of path) left[row]![column]! += sign * amount
    moved += amount
    if (moved >= plenty) return plenty
  }
}

export function hiddenPlaces(table: Guarded): Place[] {
  return table.hidden.flatMap((cells, row) =>
    cells.flatMap((isHidden, column) => (isHidden ? [{ row, column }] : [])),
  )
}

/** What an outsider, and whoever knows one hidden cell, finds out about people in a table that is told. */
export function findings(table: Guarded, k: number): string[] {
  if (table.withheld) return []
  const found: string[] = []
  const small = (count: number) => count > 0 && count < k
  const isTwoWay = table.axes.length === 2
  const totals = isTwoWay
    ? [
        ...table.counts.map((row) => row.reduce((sum, count) => sum + count, 0)),
        ...table.counts[0]!.map((_, column) => table.counts.reduce((sum, row) => sum + row[column]!, 0)),
      ]
    : []
  for (const total of totals) if (small(total)) found.push(`a total of ${total} is told`)
  const hidden = hiddenPlaces(table)
  for (const [row, counts] of table.counts.entries())
    for (const [column, count] of counts.entries()) {
      const at = { row, column }
      const line = counts.reduce((sum, each) => sum + each, 0)
      const stack = table.counts.reduce((sum, each) => sum + each[column]!, 0)
      const isAlone = isTwoWay && count > 0 && (count === line || count === stack)
      if (!table.hidden[row]![column]) {
        if (small(count)) found.push(`a cell of ${count} is told`)
        if (isAlone) found.push(`all ${count} of a line are told to be alike`)
        continue
      }
      if (!small(count) && !isAlone) continue
      const { least, most } = range(table, at)
      if (least === most) found.push(`a cell of ${count} is recovered`)
      else if (small(count) && (least > 0 || most < k))
        found.push(`a cell of ${count} is between ${least} and ${most}`)
      if (isAlone && least > count - 1) found.push(`all ${count} of a line are known to be alike`)
      for (const known of hidden) {
        if (known.row === row && known.column === column) continue
        const told = range(table, at, known)
        if (told.most - told.least < 1) found.push(`a cell of ${count} is known to whoever knows another`)
      }
    }
  return found
}
