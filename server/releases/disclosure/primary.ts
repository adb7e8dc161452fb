import type { CountTable, Need } from './tables.ts'

/** Cells of 1 to k-1 people. Each must seem able to be empty, and able to be k. */
export function smallCells({ counts }: CountTable, k: number): Need[] {
  return counts.flatMap((cells, row) =>
    cells.flatMap((count, column) =>
      count > 0 && count < k ? [{ row, column, down: count, up: k - count }] : [],
    ),
  )
}
