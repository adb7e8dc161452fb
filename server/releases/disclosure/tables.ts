/** Categories of a question that are told as one, by their names; `''` is no answer. */
export type Group = readonly string[]

/** A question as a table tells it: its categories in the order that was declared before anybody answered. */
export type Axis = { question: string; groups: readonly Group[] }

/** People counted by one question or by two: `counts[row][column]`; by one question there is a single column, of everybody. */
export type CountTable = {
  axes: readonly [Axis] | readonly [Axis, Axis]
  counts: readonly (readonly number[])[]
}

export type Cell = { row: number; column: number }

/** How far a cell must be able to move away from its count, for all that anybody can work out: in people. */
export type Need = Cell & { down: number; up: number }

/** A table and what of it is not told. `withheld`: none of it is. */
export type Guarded = CountTable & {
  hidden: readonly (readonly boolean[])[]
  needs: readonly Need[]
  withheld: 'too-few' | 'all-alike' | 'not-safe' | null
}

/** A table as a release tells it; or its figures are those of an earlier one, since too few people came between. */
export type Released = { table: Guarded; isEarlier: boolean }

/** What one release tells: its tables in the declared order, and how many people they count. */
export type Told = { people: number; tables: readonly Released[] }

/** Counts from which everything is told: fewer is a small cell, and under `base` people there is no table at all. */
export type Thresholds = { k: number; base: number }

/** 5, or 10 where answers are sensitive; a table needs four times as many people, and at least 20. */
export function thresholds(isSensitive: boolean): Thresholds {
  const k = isSensitive ? 10 : 5
  return { k, base: Math.max(20, 4 * k) }
}

type TwoWayTable = { axes: readonly [Axis, Axis]; counts: CountTable['counts'] }

export function isTwoWay<Table extends CountTable>(table: Table): table is Table & TwoWayTable {
  return table.axes.length === 2
}

export function rowTotals({ counts }: CountTable): number[] {
  return counts.map((row) => row.reduce((sum, count) => sum + count, 0))
}

export function columnTotals({ counts }: CountTable): number[] {
  return (counts[0] ?? []).map((_, column) => counts.reduce((sum, row) => sum + row[column]!, 0))
}

export function everybody(table: CountTable): number {
  return rowTotals(table).reduce((sum, total) => sum + total, 0)
}

export function nothingHidden({ counts }: CountTable): boolean[][] {
  return counts.map((row) => row.map(() => false))
}

/** The table with two categories of an axis (0 rows, 1 columns) told as one, in the place of the first. */
export function merged(table: CountTable, axis: 0 | 1, one: number, other: number): CountTable {
  const [first, second] = one < other ? [one, other] : [other, one]
  const { groups, question } = table.axes[axis]!
  const joined: Axis = {
    question,
    groups: groups
      .map((group, at) => (at === first ? [...group, ...groups[second]!] : group))
      .filter((_, at) => at !== second),
  }
  const add = (line: readonly number[]) =>
    line.map((count, at) => (at === first ? count + line[second]! : count)).filter((_, at) => at !== second)
  const counts =
    axis === 1
      ? table.counts.map(add)
      : table.counts
          .map((row, at) => (at === first ? row.map((count, j) => count + table.counts[second]![j]!) : row))
          .filter((_, at) => at !== second)
  const axes = table.axes.map((each, at) => (at === axis ? joined : each)) as unknown as CountTable['axes']
  return { axes, counts }
}

/** The table turned over, so that what is said of rows need not be said again of columns. */
export function turned({ axes: [rows, columns], counts }: TwoWayTable): TwoWayTable {
  return {
    axes: [columns, rows],
    counts: columns.groups.map((_, column) => counts.map((row) => row[column]!)),
  }
}
