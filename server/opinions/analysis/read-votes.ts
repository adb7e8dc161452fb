import { Unreadable } from '#server/unreadable.ts'
import { CellReader } from './cell-reader.ts'
import { isEachVote, readEachVote } from './read-each-vote.ts'
import { type Votes, cellOf, mostParticipants, mostStatements } from './votes.ts'

/** What Pol.is counts beside the votes: read over, since the votes themselves are there. */
const counted = ['group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']

type Columns = { statements: string[]; places: Int32Array }

/**
 * Reads a participants-votes CSV as Pol.is exports it (or its votes CSV, known by its titles): one line for each person, a column `participant`, perhaps
 * `group-id` and counts, then a column for each statement, titled by its number, with 1 (agrees), -1 (disagrees),
 * 0 (passes) or nothing (not seen).
 *
 * @param name of the file, as the person gave it
 * @throws Unreadable with the line, the column and the reason
 */
export function readVotes(bytes: Uint8Array, name: string): Votes {
  const reader = new CellReader(bytes)
  const titles = readTitles(reader, name)
  if (isEachVote(titles)) return readEachVote(reader, name, titles)
  const { statements, places } = columnsOf(titles, reader.line, name)
  const participantAt = titles.indexOf('participant')
  const groupAt = titles.indexOf('group-id')
  const rows = new GrowingRows()
  const lineOf = new Map<string, number>()
  const given: string[] = []
  while (reader.nextLine()) {
    const { line } = reader
    const fail = (reason: string, column?: number | string) => {
      throw new Unreadable(name, reason, { line, ...(column !== undefined && { column }) })
    }
    let at = 0
    let participant = ''
    let group = ''
    do {
      if (at === titles.length)
        fail(`the line has more than the ${titles.length} cells of the first.`, at + 1)
      const place = places[at]!
      if (place === -1) {
        const text = reader.text()
        if (at === participantAt) participant = text
        if (at === groupAt) group = text
      } else {
        const vote = reader.vote()
        if (typeof vote === 'number') rows.add(cellOf(place, vote))
        else if (vote !== 'unseen')
          fail(
            `"${vote.text.slice(0, 40)}" is not a vote: 1, -1, 0 or nothing.`,
            `${at + 1} (statement ${titles[at]})`,
          )
      }
      at++
    } while (reader.nextCell())
    if (at < titles.length) fail(`the line ends after ${at} of ${titles.length} cells.`, at)
    if (participant === '') fail('the participant has no name.', participantAt + 1)
    const before = lineOf.get(participant)
    if (before !== undefined)
      fail(`participant "${participant}" is there already, on line ${before}.`, participantAt + 1)
    if (lineOf.size === mostParticipants) fail(`at most ${mostParticipants} participants are read.`)
    lineOf.set(participant, line)
    given.push(group)
    rows.end()
  }
  return {
    participants: [...lineOf.keys()],
    statements,
    ...rows.read(),
    given: groupAt === -1 ? null : given,
  }
}

function readTitles(reader: CellReader, name: string): string[] {
  if (!reader.nextLine()) throw new Unreadable(name, 'the file is empty.')
  const titles: string[] = []
  do titles.push(reader.text())
  while (reader.nextCell())
  return titles
}

function columnsOf(titles: string[], line: number, name: string): Columns {
  if (!titles.includes('participant'))
    throw new Unreadable(name, 'no column is titled "participant".', { line })
  const statements: string[] = []
  const places = Int32Array.from(titles, (title, at) => {
    if (titles.indexOf(title) !== at)
      throw new Unreadable(name, `two columns are titled "${title}".`, { line, column: at + 1 })
    if (title === 'participant' || counted.includes(title)) return -1
    if (!/^\d{1,9}$/.test(title))
      throw new Unreadable(name, `"${title}" is not the number of a statement.`, { line, column: at + 1 })
    return statements.push(title) - 1
  })
  if (statements.length > mostStatements)
    throw new Unreadable(name, `at most ${mostStatements} statements are read.`, { line })
  return { statements, places }
}

/** Cells of rows whose number is not known before the end. */
class GrowingRows {
  #cells = new Uint16Array(1 << 16)
  #length = 0
  readonly #starts = [0]

  add(cell: number): void {
    if (this.#length === this.#cells.length) {
      const larger = new Uint16Array(this.#cells.length * 2)
      larger.set(this.#cells)
      this.#cells = larger
    }
    this.#cells[this.#length++] = cell
  }

  end(): void {
    this.#starts.push(this.#length)
  }

  read(): { starts: Uint32Array; cells: Uint16Array } {
    return { starts: Uint32Array.from(this.#starts), cells: this.#cells.slice(0, this.#length) }
  }
}
