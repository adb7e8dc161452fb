import { isTwoWay, turned, type CountTable, type Need } from './tables.ts'

/**
 * Where all people of a row (or of a column) stand in one cell, to know that somebody is of the row is to know their answer.
 * Of such a line only the total is told: every cell of it is hidden, and as many as k of its people must seem able to
 * have answered otherwise.
 */
export function alikeLines(table: CountTable, k: number): { hidden: boolean[][]; needs: Need[] } {
  const hidden = table.counts.map((row) => row.map(() => false))
  const needs: Need[] = []
  if (!isTwoWay(table)) return { hidden, needs }
  for (const { row, column } of aloneInRow(table)) {
    hidden[row]!.fill(true)
    needs.push({ row, column, down: k, up: 0 })
  }
  for (const { row: column, column: row } of aloneInRow(turned(table))) {
    for (const line of hidden) line[column] = true
    if (!needs.some((need) => need.row === row && need.column === column))
      needs.push({ row, column, down: k, up: 0 })
  }
  return { hidden, needs }
}

function aloneInRow({ counts }: CountTable): { row: number; column: number }[] {
  return counts.flatMap((cells, row) => {
    const filled = cells.flatMap((count, column) => (count > 0 ? [column] : []))
    return filled.length === 1 ? [{ row, column: filled[0]! }] : []
  })
}
