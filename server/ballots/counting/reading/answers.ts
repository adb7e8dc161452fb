import { malformed, type BallotFile } from './ballot-file.ts'
import { readTable } from './table.ts'

export type Answers = { answer: string; weight: number }[]

/** A table with one column `vote`: an answer to the question itself on each row. */
export function readAnswers(given: BallotFile, known: readonly string[]): Answers {
  const { used, rows, line: headLine } = readTable(given)
  const [column, another] = used
  if (another || column?.name.toLowerCase() !== 'vote')
    malformed(given.file, headLine, 'answers are in one column, "vote"')
  return rows.map(({ weight, cells: [answer = ''], line }) => {
    if (!known.includes(answer)) malformed(given.file, line, `"${answer}" is not one of ${known.join(', ')}`)
    return { answer, weight }
  })
}
