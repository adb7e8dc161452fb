import { Unreadable } from '#server/unreadable.ts'
import type { CellReader } from './cell-reader.ts'
import { type Votes, cellOf, mostParticipants, mostStatements } from './votes.ts'

const needed = ['comment-id', 'voter-id', 'vote'] as const

export function isEachVote(titles: readonly string[]): boolean {
  return needed.every((title) => titles.includes(title))
}

/**
 * Reads Pol.is's votes CSV: one line for each vote, `comment-id`, `voter-id` and `vote` (1, -1, 0), perhaps `timestamp`;
 * other columns are read over. Who voted on a statement again is there twice: the later vote counts, of two at the same
 * time the one further down.
 *
 * @param reader behind the line of titles
 * @throws Unreadable with the line, the column and the reason
 */
export function readEachVote(reader: CellReader, name: string, titles: readonly string[]): Votes {
  const [commentAt, voterAt, voteAt] = needed.map((title) => titles.indexOf(title)) as [
    number,
    number,
    number,
  ]
  const timeAt = titles.indexOf('timestamp')
  const columns = new Map<string, number>()
  const voters = new Map<string, Map<number, { vote: number; time: number }>>()
  while (reader.nextLine()) {
    const { line } = reader
    const fail = (reason: string, at: number): never => {
      throw new Unreadable(name, reason, { line, column: `${at + 1} (${titles[at] ?? 'no title'})` })
    }
    const cells: string[] = []
    do cells.push(reader.text())
    while (reader.nextCell())
    if (cells.length !== titles.length)
      fail(
        `the line has ${cells.length} cells, the first has ${titles.length}.`,
        Math.min(cells.length, titles.length) - 1,
      )
    const [comment, voter, vote] = [cells[commentAt]!, cells[voterAt]!, cells[voteAt]!]
    if (!/^\d{1,9}$/.test(comment))
      fail(`"${comment.slice(0, 40)}" is not the number of a statement.`, commentAt)
    if (voter === '') fail('the voter has no name.', voterAt)
    if (!/^(?:-1|0|1)$/.test(vote)) fail(`"${vote.slice(0, 40)}" is not a vote: 1, -1 or 0.`, voteAt)
    const time = timeAt === -1 ? 0 : Number(cells[timeAt] || Number.NaN)
    if (!Number.isFinite(time)) fail(`"${cells[timeAt]!.slice(0, 40)}" is not a time in numbers.`, timeAt)
    const column = columns.get(comment) ?? columns.size
    columns.set(comment, column)
    const votes = voters.get(voter) ?? new Map<number, { vote: number; time: number }>()
    voters.set(voter, votes)
    if (columns.size > mostStatements) fail(`at most ${mostStatements} statements are read.`, commentAt)
    if (voters.size > mostParticipants) fail(`at most ${mostParticipants} participants are read.`, voterAt)
    if (time >= (votes.get(column)?.time ?? -Infinity)) votes.set(column, { vote: Number(vote), time })
  }
  const rows = [...voters.values()].map((votes) =>
    Uint16Array.from(votes, ([column, { vote }]) => cellOf(column, vote)).sort(),
  )
  const starts = new Uint32Array(rows.length + 1)
  rows.forEach(({ length }, row) => (starts[row + 1] = starts[row]! + length))
  const cells = new Uint16Array(starts.at(-1)!)
  rows.forEach((row, at) => cells.set(row, starts[at]))
  return { participants: [...voters.keys()], statements: [...columns.keys()], starts, cells, given: null }
}
