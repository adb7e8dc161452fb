import { mayMove } from './disclosure/difference.ts'
import { releaseTables } from './disclosure/release-tables.ts'
import { guardSeveral, type SeveralCounts } from './disclosure/several.ts'
import type { CountTable, Thresholds } from './disclosure/tables.ts'
import type { ReleaseHidden } from './contract.ts'

export type ToGuard = {
  people: number
  tables: CountTable[]
  several: SeveralCounts[]
  earlier: ReleaseHidden[]
  limits: Thresholds
}

/** All that a release would tell, guarded: what a thread of its own works out. */
export async function guardRelease({
  people,
  tables,
  several,
  earlier,
  limits,
}: ToGuard): Promise<ReleaseHidden> {
  const before = earlier.at(-1)?.people
  return {
    // When too few came between, every figure stands, and so does their number.
    people: before === undefined || mayMove(before, people, limits.k) ? people : before,
    tables: await releaseTables(tables, earlier, limits),
    several: several.map((counts, at) => besideEarlier(counts, earlier.at(-1)?.several[at]?.table, limits)),
  }
}

function besideEarlier(
  counts: SeveralCounts,
  before: ReleaseHidden['several'][number]['table'] | undefined,
  { k, base }: Thresholds,
): ReleaseHidden['several'][number] {
  const nobody = counts.counts[counts.choices.indexOf('')] ?? 0
  const now =
    counts.people - nobody < base
      ? { ...counts, hidden: counts.counts.map(() => true), withheld: 'too-few' as const }
      : guardSeveral(counts, k)
  if (!before || before.withheld) return { table: now, isEarlier: false }
  const isTold =
    !now.withheld &&
    mayMove(before.people, now.people, k) &&
    now.counts.every(
      (count, at) => now.hidden[at]! || before.hidden[at]! || mayMove(before.counts[at]!, count, k),
    )
  return isTold ? { table: now, isEarlier: false } : { table: before, isEarlier: true }
}
