import { coarser } from './coarsen.ts'
import type { Steps } from './steps.ts'
import { isTwoWay, merged, nothingHidden, type CountTable, type Guarded } from './tables.ts'

/** One table guarded by itself: merged until what is hidden in it cannot be worked out from what is shown. */
export function guardTable(table: CountTable, k: number, by: Steps): Guarded {
  return isTwoWay(table) ? guardTwoWay(by.mergeMargins(table, k), k, by) : guardOneWay(table, k, by)
}

/** A table of which nothing is told. */
export function withheld(table: CountTable, why: NonNullable<Guarded['withheld']>): Guarded {
  return { ...table, hidden: table.counts.map((row) => row.map(() => true)), needs: [], withheld: why }
}

function guardTwoWay(table: CountTable, k: number, by: Steps): Guarded {
  for (let now: CountTable | null = table; now; now = coarser(now)) {
    const alike = by.alikeLines(now, k)
    const needs = [...by.smallCells(now, k), ...alike.needs]
    const hidden = needs.length === 0 ? nothingHidden(now) : by.hideComplement(now, alike.hidden, needs)
    if (hidden) return { ...now, hidden, needs, withheld: null }
  }
  return withheld(table, 'not-safe')
}

function guardOneWay(table: CountTable, k: number, by: Steps): Guarded {
  const filled = table.counts.filter(([count]) => count! > 0).length
  if (filled < 2) return withheld(table, 'all-alike')
  for (let now = table; ;) {
    const found = by.hideInOneWay(now, k)
    if (found) return { ...now, ...found, withheld: null }
    const small = now.counts.findIndex(([count]) => count! > 0 && count! < k)
    const fewer = small < 0 ? null : withNeighbour(now, small)
    if (!fewer) return withheld(table, 'not-safe')
    now = fewer
  }
}

function withNeighbour(table: CountTable, at: number): CountTable | null {
  const last = table.counts.length - 1
  if (last < 1) return null
  const joined = merged(table, 0, at, at < last ? at + 1 : at - 1)
  return joined.counts.filter(([count]) => count! > 0).length > 1 ? joined : null
}
