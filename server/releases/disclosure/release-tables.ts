import { jointCells, mostJointCells } from './blocks.ts'
import { coarser } from './coarsen.ts'
import { asJoinedBefore } from './difference.ts'
import { guardTable, withheld } from './guard-table.ts'
import { steps, type Steps } from './steps.ts'
import {
  everybody,
  isTwoWay,
  type CountTable,
  type Guarded,
  type Released,
  type Thresholds,
  type Told,
} from './tables.ts'

/**
 * Which of the declared tables can be told, and how much of each, so that nobody small is recognised in all that was ever
 * told of these people. The tables come in the declared order, those of every earlier release in the same.
 */
export async function releaseTables(
  asked: readonly CountTable[],
  earlier: readonly Told[],
  limits: Thresholds,
  by: Steps = steps,
): Promise<Released[]> {
  const last = earlier.at(-1)
  const now = asked.map((table, at) => {
    const before = last?.tables[at]?.table
    return before && !before.withheld ? asJoinedBefore(table, before) : table
  })
  const shut = new Map<number, Guarded['withheld']>()
  for (const [at, table] of now.entries()) if (answeredOf(table) < limits.base) shut.set(at, 'too-few')
  const people = Math.max(0, ...asked.map(everybody))

  for (;;) {
    const open = [...now.keys()].filter((at) => !shut.has(at))
    const margins = by.linkMargins(
      open.map((at) => now[at]!),
      limits.k,
    )
    const guarded = margins.map((table) => guardTable(table, limits.k, by))
    const refused = open.filter((_, index) => guarded[index]!.withheld && isTwoWay(guarded[index]!))
    for (const [index, at] of open.entries()) if (refused.includes(at)) shut.set(at, guarded[index]!.withheld)
    // What its totals had to be merged for is gone with it.
    if (refused.length > 0) continue
    const linked = by.linkCells(guarded)
    if (!linked || jointCells(linked) > mostJointCells) {
      shut.set(
        open.findLast((at) => isTwoWay(now[at]!))!,
        'not-safe',
      )
      continue
    }
    const tables = now.map((table, at) => {
      const index = open.indexOf(at)
      return index < 0 ? withheld(table, shut.get(at)!) : linked[index]!
    })
    const released = beside(tables, last, (was, is) => by.mayFollow(was, is, limits.k))
    const leaks = await by.audit([...earlier, { people, tables: released }])
    if (leaks.length === 0) return released
    const toMend = [...new Set(leaks.map(({ table }) => table))].filter(
      (at) => !shut.has(at) && !released[at]!.isEarlier,
    )
    if (toMend.length === 0) return asBefore(asked, last)
    for (const at of toMend) {
      const wider = coarser(tables[at]!)
      if (wider) now[at] = { axes: wider.axes, counts: wider.counts }
      else shut.set(at, 'not-safe')
    }
  }
}

/** Where nothing new can be told beside what was: the earlier figures stand. */
function asBefore(asked: readonly CountTable[], last: Told | undefined): Released[] {
  return asked.map((table, at) => {
    const before = last?.tables[at]?.table
    return before
      ? { table: before, isEarlier: true }
      : { table: withheld(table, 'not-safe'), isEarlier: false }
  })
}

/** How many of those asked answered all questions of a table. */
function answeredOf({ axes, counts }: CountTable): number {
  const [rows, columns] = axes
  return counts.reduce(
    (sum, row, r) =>
      rows.groups[r]!.includes('')
        ? sum
        : row.reduce((all, count, c) => (columns?.groups[c]!.includes('') ? all : all + count), sum),
    0,
  )
}

/** Tables that share questions follow an earlier release together or not at all: one that stays behind would be compared with the others. */
function beside(
  tables: readonly Guarded[],
  last: Told | undefined,
  mayFollow: (earlier: Guarded, later: Guarded) => boolean,
): Released[] {
  if (!last) return tables.map((table) => ({ table, isEarlier: false }))
  const staying = new Set(
    tables.flatMap((table, at) => (mayFollow(last.tables[at]!.table, table) ? [] : [at])),
  )
  const questions = (at: number) => tables[at]!.axes.map(({ question }) => question)
  for (let grown = true; grown;) {
    grown = false
    const touched = new Set([...staying].flatMap(questions))
    for (const at of tables.keys())
      if (!staying.has(at) && questions(at).some((question) => touched.has(question))) {
        staying.add(at)
        grown = true
      }
  }
  return tables.map((table, at) =>
    staying.has(at) ? { table: last.tables[at]!.table, isEarlier: true } : { table, isEarlier: false },
  )
}
