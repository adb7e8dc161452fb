import { isTwoWay, type Axis, type Group, type Guarded } from './tables.ts'

type Part = { question: string; group: Group }

/** Cells over one question or more, of which several tables are sums. */
export type Block = {
  axes: readonly Axis[]
  cells: readonly Group[][]
  holds: (questions: readonly string[]) => boolean
  /** The variables that a cell (or a total, with fewer parts) of a table takes in. */
  variables: (parts?: readonly Part[]) => number[]
}

/** Above so many cells a circle of questions is too large to be audited. */
export const mostJointCells = 4000

/** The blocks of one release. `all` are the tables of every release: a category is parted as finely as any of them does. */
export function blocksOf(tables: readonly Guarded[], all: readonly Guarded[], from: number): Block[] {
  const told = tables.filter(({ withheld }) => !withheld)
  const sets = [...jointQuestions(told)]
  for (const table of told.toSorted((one, other) => other.axes.length - one.axes.length)) {
    const questions = table.axes.map(({ question }) => question)
    if (!sets.some((set) => questions.every((each) => set.includes(each)))) sets.push(questions)
  }
  let next = from
  return sets.map((questions) => {
    const block = blockOf(
      questions.map((question) => finest(question, all)),
      next,
    )
    next += block.cells.length
    return block
  })
}

/** How many cells the largest circle of questions among these tables has. */
export function jointCells(tables: readonly Guarded[]): number {
  const told = tables.filter(({ withheld }) => !withheld)
  return Math.max(
    0,
    ...jointQuestions(told).map((questions) =>
      questions.reduce((product, question) => product * finest(question, tables).groups.length, 1),
    ),
  )
}

/**
 * Questions that hang together in a circle (A with B, B with C, C with A): there, what each pair tells bounds the others more
 * tightly than their totals do. Questions that only hang on one other are peeled off until none is left.
 */
function jointQuestions(tables: readonly Guarded[]): string[][] {
  let pairs = [
    ...new Map(
      tables
        .filter(isTwoWay)
        .map(({ axes }) => axes.map(({ question }) => question).toSorted())
        .map((pair) => [JSON.stringify(pair), pair] as const),
    ).values(),
  ]
  for (;;) {
    const times = new Map<string, number>()
    for (const question of pairs.flat()) times.set(question, (times.get(question) ?? 0) + 1)
    const left = pairs.filter((pair) => pair.every((question) => times.get(question)! > 1))
    if (left.length === pairs.length) break
    pairs = left
  }
  const components: Set<string>[] = []
  for (const pair of pairs) {
    const touched = components.filter((component) => pair.some((question) => component.has(question)))
    for (const component of touched) components.splice(components.indexOf(component), 1)
    components.push(new Set([...touched.flatMap((component) => [...component]), ...pair]))
  }
  return components.map((component) => [...component])
}

/** Categories of a question that no table parts. */
function finest(question: string, tables: readonly Guarded[]): Axis {
  const partings = tables
    .filter(({ withheld }) => !withheld)
    .flatMap(({ axes }) => axes.filter((axis) => axis.question === question))
  const parts = new Map<string, string[]>()
  for (const name of partings[0]?.groups.flat() ?? []) {
    const key = partings.map(({ groups }) => groups.findIndex((group) => group.includes(name))).join(' ')
    parts.set(key, [...(parts.get(key) ?? []), name])
  }
  return { question, groups: [...parts.values()] }
}

function blockOf(axes: Axis[], from: number): Block {
  const cells = axes.reduce<Group[][]>(
    (all, { groups }) => all.flatMap((some) => groups.map((group) => [...some, group])),
    [[]],
  )
  return {
    axes,
    cells,
    holds: (questions) => questions.every((each) => axes.some(({ question }) => question === each)),
    variables: (parts = []) => {
      const places = parts.map(({ question, group }) => ({
        at: axes.findIndex((axis) => axis.question === question),
        group,
      }))
      return cells.flatMap((cell, index) =>
        places.every(({ at, group }) => group.includes(cell[at]![0]!)) ? [from + index] : [],
      )
    },
  }
}
