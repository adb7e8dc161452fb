import { fromText } from '../cells.ts'
import { unreadableOvervote, type Election, type Paper, type Position } from '../election.ts'
import { insistOnNames, malformed, mostPoints, wholeNumber, type BallotFile } from './ballot-file.ts'
import { positionsFromRanks } from './debian.ts'
import { readTable, type Row, type Table } from './table.ts'

/** What the figures under the names are: places (1 is first), or points. */
export type CellKind = 'ranks' | 'points'

const places = /^(vote|choice|(rank|choice|preference)[ _-]?\d+)$/i

/**
 * A table with one paper a row. Either each candidate is a column, with its place or its points under it and blank for
 * none; or the columns are places (`rank1`, `choice 1`, `preference_1`, or one `vote`) and hold names, where `skipped` (or blank) and `overvote`
 * are the words of published cast vote records.
 */
export function readCommaSeparated(given: BallotFile, kind: CellKind): Election {
  const { file } = given
  const table = readTable(given)
  const { used, rows, line: headLine, areCandidates } = table
  if (!areCandidates && used.every(({ name }) => places.test(name))) {
    insistOnPlaces(file, table, kind)
    return fromPlaces(rows)
  }
  const names = used.map(({ name }) => ({ name: fromText(name), line: headLine }))
  insistOnNames(file, names)
  return {
    title: '',
    candidates: names.map(({ name }) => name),
    withdrawn: [],
    seats: null,
    papers: rows.map(({ weight, cells, line }): Paper => {
      const figures = cells.map((cell, index) => {
        if (cell === '') return null
        const figure = wholeNumber(cell)
        if (figure === undefined || (kind === 'ranks' ? figure === 0 : figure > mostPoints))
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

/** Columns called as places that hold only figures could as well be candidates of such names, with places or points under them. */
function insistOnPlaces(file: string, { used, rows, line }: Table, kind: CellKind) {
  const filled = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== ''))
  const areFigures = filled.every((cell) => {
    const figure = wholeNumber(cell)
    return figure !== undefined && (kind === 'points' || figure <= used.length)
  })
  if (filled.length > 0 && areFigures && used.length > 1)
    malformed(
      file,
      line,
      `"${used[0]?.name}" could be a candidate or a place: begin with a column "papers" if it is a candidate`,
    )
}

function fromPlaces(rows: readonly Row[]): Election {
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
