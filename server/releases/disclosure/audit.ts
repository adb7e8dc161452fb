import { systemOf, type System } from './known.ts'
import { openBounds, type Bounds, type Range } from './solver.ts'
import type { Told } from './tables.ts'

/** Where a cell can be worked out too closely: in which release, and in which of its tables. */
export type Leak = { release: number; table: number }

const nearly = 1e-6

/**
 * What can be worked out from all that is told, now and earlier, by a linear programme: the least and the most that each
 * guarded cell can be, for an outsider and for whoever knows any one hidden cell. An outsider must leave it all the way from
 * none to k; with one cell known at least two whole numbers must be left. This is the gate: the other steps only propose.
 */
export async function audit(releases: readonly Told[]): Promise<Leak[]> {
  const system = systemOf(releases)
  const guarded = system.hidden.flatMap(({ need }, at) => (need ? [at] : []))
  if (guarded.length === 0) return []
  const bounds = await openBounds(system)
  try {
    return guarded
      .filter((at) => isTooClose(system, bounds, at) || isPinned(system, bounds, at))
      .map((at) => ({ release: system.hidden[at]!.release, table: system.hidden[at]!.table }))
  } finally {
    bounds.dispose()
  }
}

function isTooClose({ hidden }: System, bounds: Bounds, at: number): boolean {
  const { count, need } = hidden[at]!
  const { least, most } = bounds.of(at)
  return least > count - need!.down + nearly || most < count + need!.up - nearly
}

/** Each answer of the programme could be the truth: two with the known cell as it is and the guarded one apart save asking. */
function isPinned({ hidden }: System, bounds: Bounds, at: number): boolean {
  return hidden.some(({ count }, cell) => {
    if (cell === at) return false
    return !isApart(bounds.seenWith(at, { cell, count })) && !isApart(bounds.of(at, { cell, count }))
  })
}

function isApart({ least, most }: Range): boolean {
  return most - least >= 1 - nearly
}
