import { smallCells } from './primary.ts'
import { everybody, type CountTable, type Need } from './tables.ts'

/**
 * In a table of one question only the total holds the cells together. With a small cell at least three are hidden, the
 * smallest first, until all but the largest small one come to k: then each can be empty or k, also for whoever knows one of
 * the others. A choice that everybody made tells of everybody. Null where too few cells are there to hide behind.
 */
export function hideInOneWay(table: CountTable, k: number): { hidden: boolean[][]; needs: Need[] } | null {
  const needs = smallCells(table, k)
  const counts = table.counts.map(([count]) => count!)
  const hidden = counts.map((count) => count > 0 && count < k)
  if (counts.filter((count) => count > 0).length === 1 && everybody(table) > 0) return null
  const largest = Math.max(0, ...needs.map(({ row }) => counts[row]!))
  const others = [...counts.keys()]
    .filter((at) => counts[at]! >= k)
    .toSorted((one, other) => counts[one]! - counts[other]!)
  const isEnough = () => {
    const shut = counts.filter((_, at) => hidden[at])
    return shut.length >= 3 && shut.reduce((sum, count) => sum + count, 0) - largest >= k
  }
  while (needs.length > 0 && !isEnough()) {
    const next = others.shift()
    if (next === undefined) return null
    hidden[next] = true
  }
  return { hidden: hidden.map((isHidden) => [isHidden]), needs }
}
