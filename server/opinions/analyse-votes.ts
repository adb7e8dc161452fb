import { analyse } from './analysis/index.ts'
import type { Published } from './contract.ts'
import { figuresOf } from './figures.ts'
import { type Frame, type GroupFrame, keepLetters } from './letters.ts'
import { fewestInGroup } from './words.ts'

/** Votes as the database hands them over: of each answerer two bytes an answer, `3 * number + vote + 1`. */
export type VotesToAnalyse = {
  /** The numbers of all statements that were ever asked, rising. */
  numbers: number[]
  refused: number[]
  meta: number[]
  starts: Uint32Array
  answers: Uint16Array
  /** The groups of the analysis before. */
  before: Frame
}

export type Analysed = {
  published: Published | null
  frame: Frame
  /** One for each of `numbers`. */
  priorities: number[]
  inputHash: string
}

/** The whole way from votes to what is kept of them; runs in a worker, so that nobody waits for it. */
export function analyseVotes({ numbers, refused, meta, starts, answers, before }: VotesToAnalyse): Analysed {
  const columns = new Map(numbers.map((number, column) => [number, column]))
  const analysis = analyse(
    {
      participants: Array.from({ length: starts.length - 1 }, (_, row) => String(row)),
      statements: numbers.map(String),
      starts,
      cells: answers.map((answer) => 3 * columns.get(Math.floor(answer / 3))! + (answer % 3)),
      given: null,
    },
    { refused: refused.map(String), meta: meta.map(String), fewest: fewestInGroup },
  )
  const frames = analysis.groups.map(({ agreed, disagreed, seen }): GroupFrame =>
    Object.fromEntries(
      numbers.map((number, column) => [number, [agreed[column]!, disagreed[column]!, seen[column]!]]),
    ),
  )
  const letters = keepLetters(before, frames)
  return {
    published: figuresOf(analysis, letters),
    frame: Object.fromEntries(letters.map((letter, group) => [letter, frames[group]!])),
    priorities: [...analysis.priorities],
    inputHash: analysis.inputHash,
  }
}
