import type { Election, Paper, Position } from '../election.ts'
import { insistOnNames, linesOf, malformed, type BallotFile } from './ballot-file.ts'

/**
 * The tally sheets of the Debian project: `Option 1----->: NAME`, and `V: 21-3` where the character at each place is the rank
 * that option has on the paper and `-` is none. Ranks above 9 are letters.
 */
export function readDebian({ file, text }: BallotFile): Election {
  const names: { name: string; line: number }[] = []
  const papers: Paper[] = []
  for (const { number: line, text: row } of linesOf(text)) {
    const [, which, name = ''] = /^[\s/|]*Option\s+(\w+)\s*-*>\s*:\s*(.*)$/.exec(row) ?? []
    if (which !== undefined) {
      if (Number.parseInt(which, 36) !== names.length + 1)
        malformed(file, line, `option ${names.length + 1} must be here, not option ${which}`)
      names.push({ name: name.trim(), line })
      continue
    }
    if (!row.startsWith('V:')) continue
    if (names.length === 0) malformed(file, line, 'a vote comes before the options are named')
    const [, vote = ''] = /^V:\s*(\S*)/.exec(row) ?? []
    if (!/^[1-9a-zA-Z-]+$/.test(vote)) malformed(file, line, `"${vote}" is not a vote`)
    if (vote.length !== names.length)
      malformed(file, line, `"${vote}" has ${vote.length} places, and there are ${names.length} options`)
    papers.push({ weight: 1, positions: positionsOf(vote) })
  }
  if (names.length === 0) malformed(file, 1, 'no option is named')
  insistOnNames(file, names)
  return { title: '', candidates: names.map(({ name }) => name), withdrawn: [], seats: null, papers }
}

function positionsOf(vote: string): Position[] {
  const ranks = Array.from(vote, (each) => (each === '-' ? 0 : Number.parseInt(each, 36)))
  return positionsFromRanks(ranks)
}

/** From the rank of each candidate (1 is first, 0 none) to who stands at each rank; a rank nobody has is a skipped one. */
export function positionsFromRanks(ranks: readonly number[]): Position[] {
  const positions: Position[] = []
  const used = [...new Set(ranks)].filter((rank) => rank > 0).toSorted((a, b) => a - b)
  let before = 0
  for (const rank of used) {
    // However many ranks are left out together, what a rule does with them is the same as with one.
    if (rank > before + 1) positions.push([])
    before = rank
    const here = ranks.flatMap((each, candidate) => (each === rank ? [candidate] : []))
    positions.push(here.length === 1 ? (here[0] ?? []) : here)
  }
  return positions
}
