import { blocksOf, type Block } from './blocks.ts'
import { isTwoWay, type Guarded, type Need, type Told } from './tables.ts'

/** A number that is told (exactly, as an attacker at their luckiest would have it), or one that is hidden. */
export type Known = { terms: [variable: number, factor: number][]; lower: number; upper: number }

export type HiddenCell = Known & { count: number; release: number; table: number; need: Need | null }

/** Everything that anybody can know of what was counted, as equations over people who cannot be fewer than none. */
export type System = { variables: number; known: Known[]; hidden: HiddenCell[] }

/**
 * The equations of all releases together, the earliest first. A table of two questions, and a table of one that none of those
 * holds, has a variable for each cell; tables that close a circle of questions share the cells of all of them. The same
 * question counts the same people everywhere, and nobody who was counted earlier is gone later.
 */
export function systemOf(releases: readonly Told[]): System {
  const everyTable = releases.flatMap(({ tables }) => tables.map(({ table }) => table))
  const system: System = { variables: 0, known: [], hidden: [] }
  let before: Block[] | null = null
  for (const [at, told] of releases.entries()) {
    const fresh = told.tables.flatMap(({ table, isEarlier }) => (isEarlier ? [] : [table]))
    const blocks = blocksOf(fresh, everyTable, system.variables)
    system.variables += blocks.reduce((sum, block) => sum + block.cells.length, 0)
    for (const block of blocks) tell(system, ones(block.variables()), told.people)
    for (const [index, { table, isEarlier }] of told.tables.entries())
      if (!table.withheld && !isEarlier) tellTable(system, blocks, table, { release: at, table: index })
    tie(system, blocks)
    if (before) follow(system, before, blocks)
    before = blocks
  }
  return system
}

function tellTable(
  system: System,
  blocks: Block[],
  table: Guarded,
  at: { release: number; table: number },
): void {
  const [rows, columns] = table.axes
  const block = blocks.find((each) => each.holds(table.axes.map(({ question }) => question)))!
  const find = (row: number | null, column: number | null) =>
    ones(
      block.variables([
        ...(row === null ? [] : [{ question: rows.question, group: rows.groups[row]! }]),
        ...(column === null || !columns
          ? []
          : [{ question: columns.question, group: columns.groups[column]! }]),
      ]),
    )
  for (const [row, counts] of table.counts.entries()) {
    for (const [column, count] of counts.entries()) {
      const terms = find(row, column)
      if (!table.hidden[row]![column]) tell(system, terms, count)
      else {
        const need = table.needs.find((each) => each.row === row && each.column === column) ?? null
        system.hidden.push({ terms, lower: 0, upper: Infinity, count, need, ...at })
      }
    }
    if (isTwoWay(table))
      tell(
        system,
        find(row, null),
        counts.reduce((sum, count) => sum + count, 0),
      )
  }
  if (columns)
    for (const column of columns.groups.keys())
      tell(
        system,
        find(null, column),
        table.counts.reduce((sum, row) => sum + row[column]!, 0),
      )
}

function tell(system: System, terms: Known['terms'], count: number): void {
  system.known.push({ terms, lower: count, upper: count })
}

/** What two blocks have in common they count alike. */
function tie(system: System, blocks: Block[]): void {
  for (const [at, block] of blocks.entries())
    for (const other of blocks.slice(at + 1))
      for (const [mine, theirs] of shared(block, other))
        system.known.push({ terms: [...ones(mine), ...ones(theirs, -1)], lower: 0, upper: 0 })
}

function follow(system: System, earlier: Block[], later: Block[]): void {
  for (const block of earlier)
    for (const other of later)
      for (const [were, are] of shared(block, other))
        system.known.push({ terms: [...ones(are), ...ones(were, -1)], lower: 0, upper: Infinity })
}

/** The cells of the questions that two blocks share, as the variables of each that come together in it. */
function shared(block: Block, other: Block): [number[], number[]][] {
  const questions = block.axes.filter(({ question }) => other.holds([question]))
  if (questions.length === 0) return []
  return questions
    .reduce<{ question: string; group: readonly string[] }[][]>(
      (all, { question, groups }) =>
        all.flatMap((some) => groups.map((group) => [...some, { question, group }])),
      [[]],
    )
    .map((cell) => [block.variables(cell), other.variables(cell)])
}

function ones(variables: number[], factor = 1): [number, number][] {
  return variables.map((variable) => [variable, factor])
}
