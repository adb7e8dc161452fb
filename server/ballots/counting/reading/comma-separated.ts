import { CsvError, parse } from 'csv-parse/sync'
import { unreadableOvervote, type Election, type Paper, type Position } from '../election.ts'
import { insistOnNames, malformed, wholeNumber, type BallotFile } from './ballot-file.ts'
import { positionsFromRanks } from './debian.ts'

/** What the figures under the names are: places (1 is first), or points. */
export type CellKind = 'ranks' | 'points'

const places = /^(vote|choice|(rank|choice|preference)[ _-]?\d+)$/i
const weights = new Set(['weight', 'count', 'votes'])
const voters = new Set(['voter', 'voter_id', 'ballot', 'ballot_id'])

/**
 * A table with one paper a row. Either each candidate is a column, with its place or its points under it and blank for
 * none; or the columns are places (`rank1`, `choice 1`, `preference_1`, or one `vote`) and hold names, where `skipped` (or blank) and `overvote`
 * are the words of published cast vote records. A column `weight` says how many voted so; one called `voter` or `ballot` is not read.
 */
export function readCommaSeparated({ file, text }: BallotFile, kind: CellKind): Election {
  const rows = cellsOf(file, text)
  const [head, ...papers] = rows
  if (!head) malformed(file, 1, 'the file is empty')
  const columns = head.cells.map((cell) => cell.trim())
  const weightAt = columns.findIndex((column) => weights.has(column.toLowerCase()))
  const used = columns.flatMap((column, index) =>
    index === weightAt || voters.has(column.toLowerCase()) ? [] : [{ name: column, index }],
  )
  if (used.length === 0) malformed(file, head.line, 'no column holds votes')
  const weighed = papers.map(({ cells, line }) => {
    if (cells.length !== columns.length)
      malformed(file, line, `${cells.length} cells, and ${columns.length} columns`)
    const written = weightAt < 0 ? '1' : (cells[weightAt] ?? '').trim()
    const weight = wholeNumber(written)
    if (weight === undefined || weight === 0) malformed(file, line, `"${written}" is not how many voted so`)
    return { weight, cells: used.map(({ index }) => (cells[index] ?? '').trim()), line }
  })
  if (used.every(({ name }) => places.test(name))) return fromPlaces(weighed)
  insistOnNames(
    file,
    used.map(({ name }) => ({ name, line: head.line })),
  )
  return {
    title: '',
    candidates: used.map(({ name }) => name),
    withdrawn: [],
    seats: null,
    papers: weighed.map(({ weight, cells, line }): Paper => {
      const figures = cells.map((cell, index) => {
        if (cell === '') return null
        const figure = wholeNumber(cell)
        if (figure === undefined || (kind === 'ranks' && figure === 0))
          malformed(
            file,
            line,
            `"${cell}" under ${used[index]?.name} is not a ${kind === 'ranks' ? 'place' : 'number of points'}`,
          )
        return figure
      })
      return kind === 'points'
        ? { weight, positions: [], points: figures }
        : { weight, positions: positionsFromRanks(figures.map((figure) => figure ?? 0)) }
    }),
  }
}

function fromPlaces(rows: readonly { weight: number; cells: readonly string[] }[]): Election {
  const known = new Map<string, number>()
  const papers = rows.map(({ weight, cells }): Paper => {
    const positions = cells.map((cell): Position => {
      if (cell === '' || cell.toLowerCase() === 'skipped') return []
      if (cell.toLowerCase() === 'overvote') return unreadableOvervote
      const index = known.get(cell) ?? known.size
      known.set(cell, index)
      return index
    })
    while (positions.length > 0 && isBlank(positions.at(-1))) positions.pop()
    return { weight, positions }
  })
  const names = [...known.keys()]
  return { title: '', candidates: names, withdrawn: [], seats: null, papers }
}

function isBlank(position: Position | undefined): boolean {
  return Array.isArray(position) && position.length === 0
}

function cellsOf(file: string, text: string): { cells: string[]; line: number }[] {
  try {
    const rows = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true })
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return malformed(file, Number(error['lines'] ?? 1), error.message)
  }
}
