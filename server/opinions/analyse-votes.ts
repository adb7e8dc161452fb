import { analyse, type Votes } from './analysis/index.ts'
import type { Published } from './contract.ts'
import { figuresOf } from './figures.ts'
import { type Frame, type GroupFrame, keepLetters } from './letters.ts'
import { type Told, tellNext } from './told.ts'

/** Of each answerer two bytes an answer, `3 * number + vote + 1`, by rising number; row i lies as in `Votes`. */
export type PackedAnswers = { starts: Uint32Array; answers: Uint16Array }

export type StatementAnalysed = { number: number; isRefused: boolean; isMeta: boolean }

export type VotesToAnalyse = PackedAnswers & {
  /** All that were ever asked, by rising number. */
  statements: StatementAnalysed[]
  /** Nobody is told in a group of fewer, nor counted among them. */
  fewest: number
  /** The groups of the analyses before. */
  before: Frame
  /** What was told last, with the answers it was made from; null where nothing is shown yet. */
  released: (PackedAnswers & { told: Told }) | null
}

export type Analysed = {
  /** What may be shown next; null where that is nothing, or nothing new. */
  release: { told: Told; published: Published } | null
  frame: Frame
  /** One for each of the statements. */
  priorities: number[]
  inputHash: string
}

/** The whole way from votes to what is kept of them; runs in a worker, so that nobody waits for it. */
export function analyseVotes(votes: VotesToAnalyse): Analysed {
  const { statements, fewest, before, released } = votes
  const analysis = analyse(votesOf(votes), {
    refused: statements.filter(({ isRefused }) => isRefused).map(({ number }) => String(number)),
    meta: statements.filter(({ isMeta }) => isMeta).map(({ number }) => String(number)),
    fewest,
  })
  const frames = analysis.groups.map(({ agreed, disagreed, seen }): GroupFrame =>
    Object.fromEntries(
      statements.map(({ number }, column) => [number, [agreed[column]!, disagreed[column]!, seen[column]!]]),
    ),
  )
  const letters = keepLetters(before, frames)
  const told =
    released && people(votes, released) < fewest && released.told.fewest === fewest
      ? null
      : tellNext(analysis, letters, { before: released?.told ?? null, fewest })
  return {
    release: told && { told, published: figuresOf(told) },
    // Groups that are gone for now keep their place, so that they come back by the letter they had.
    frame: { ...before, ...Object.fromEntries(letters.map((letter, group) => [letter, frames[group]!])) },
    priorities: [...analysis.priorities],
    inputHash: analysis.inputHash,
  }
}

/** As the analysis reads them; people are called by their place. */
export function votesOf({
  statements,
  starts,
  answers,
}: Pick<VotesToAnalyse, 'statements' | 'starts' | 'answers'>): Votes {
  const columns = new Map(statements.map(({ number }, column) => [number, column]))
  return {
    participants: Array.from({ length: starts.length - 1 }, (_, row) => String(row)),
    statements: statements.map(({ number }) => String(number)),
    starts,
    cells: answers.map((answer) => 3 * columns.get(Math.floor(answer / 3))! + (answer % 3)),
    given: null,
  }
}

/** How many people answer now as nobody did then: those who came, and those who changed an answer or gave one more. */
function people(now: PackedAnswers, then: PackedAnswers): number {
  const left = new Map<string, number>()
  for (const row of rowsOf(then)) left.set(row, (left.get(row) ?? 0) + 1)
  let changed = 0
  for (const row of rowsOf(now)) {
    const same = left.get(row) ?? 0
    if (same > 0) left.set(row, same - 1)
    else if (row !== '') changed++
  }
  return changed
}

function* rowsOf({ starts, answers }: PackedAnswers): Generator<string> {
  for (let row = 0; row + 1 < starts.length; row++)
    yield String.fromCharCode(...answers.subarray(starts[row], starts[row + 1]))
}
