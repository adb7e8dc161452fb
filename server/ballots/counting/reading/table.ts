import { malformed, papersOf, wholeNumber, type BallotFile } from './ballot-file.ts'
import { delimitedRows } from './delimited.ts'

const weights = new Set(['weight', 'count', 'votes'])
const voters = new Set(['voter', 'voter_id', 'ballot', 'ballot_id'])
/** First in a table that says of itself that all other columns are candidates. */
const papersColumn = 'papers'

export type Column = { name: string; index: number }
export type Row = { weight: number; cells: readonly string[]; line: number }
export type Table = { used: Column[]; rows: Row[]; line: number; areCandidates: boolean }

/**
 * The papers of a table, one a row, without the columns that are no votes. One called `weight` says how many voted so; one called
 * `voter` or `ballot`, before all others, is not read. Where a first column `papers` says how many voted so, every other one is a
 * candidate, whatever it is called.
 */
export function readTable({ file, text }: BallotFile): Table {
  const [head, ...papers] = delimitedRows(file, text)
  if (!head) malformed(file, 1, 'the file is empty')
  const columns = head.cells.map((cell) => cell.trim())
  const { weightAt, used, areCandidates } = columnsOf(file, columns, head.line)
  if (used.length === 0) malformed(file, head.line, 'no column holds votes')
  const add = papersOf(file)
  const rows = papers.map(({ cells, line }): Row => {
    if (cells.length !== columns.length)
      malformed(file, line, `${cells.length} cells, and ${columns.length} columns`)
    const written = weightAt < 0 ? '1' : (cells[weightAt] ?? '').trim()
    const weight = wholeNumber(written)
    if (weight === undefined || weight === 0) malformed(file, line, `"${written}" is not how many voted so`)
    add(weight, line)
    return { weight, cells: used.map(({ index }) => (cells[index] ?? '').trim()), line }
  })
  return { used, rows, line: head.line, areCandidates }
}

/** Which columns are candidates or places, and which says how many voted so; what could be either is refused. */
function columnsOf(file: string, columns: readonly string[], line: number) {
  const all = columns.map((name, index): Column => ({ name, index }))
  if (columns[0]?.toLowerCase() === papersColumn)
    return { weightAt: 0, used: all.slice(1), areCandidates: true }
  const [weight, another] = all.filter(({ name }) => weights.has(name.toLowerCase()))
  if (weight && another)
    malformed(file, line, `both "${weight.name}" and "${another.name}" could say how many voted so`)
  const rest = all.filter((column) => column !== weight)
  const first = rest.findIndex(({ name }) => !voters.has(name.toLowerCase()))
  const used = first < 0 ? [] : rest.slice(first)
  const unclear = used.find(({ name }) => voters.has(name.toLowerCase()))
  if (unclear)
    malformed(
      file,
      line,
      `"${unclear.name}" after candidates could be one of them or a voter: put voters first`,
    )
  return { weightAt: weight?.index ?? -1, used, areCandidates: false }
}
