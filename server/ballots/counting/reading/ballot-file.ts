import { Unreadable } from '../../../unreadable.ts'

/** A file as given: its name as the person wrote it, and its text. */
export type BallotFile = { file: string; text: string }

export function malformed(file: string, line: number, reason: string): never {
  throw new Unreadable(file, reason, { line })
}

export type Line = { number: number; text: string }

/** Lines with their numbers from 1, without the mark that some editors put first and without spaces around. */
export function linesOf(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
}

/** A whole number written in digits alone; undefined for anything else. Sums of such numbers are bounded where they are made. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,12}$/.test(text)) return undefined
  return Number(text)
}

/** With so many papers, votes in hundred-thousandths and points times papers are whole numbers that a number still holds exactly. */
const mostPapers = 10_000_000_000
export const mostPoints = 100_000

/** Adds up the papers of a file as they are read, and refuses more than can be counted exactly. */
export function papersOf(file: string): (weight: number, line: number) => void {
  let papers = 0
  return (weight, line) => {
    papers += weight
    if (papers > mostPapers) malformed(file, line, 'up to here there are more than 10,000,000,000 papers')
  }
}

const mostCandidates = 10_000

/** Two candidates of one name could not be told apart in a result. */
export function insistOnNames(file: string, names: readonly { name: string; line: number }[]) {
  const beyond = names[mostCandidates]
  if (beyond) malformed(file, beyond.line, 'there are more than 10,000 candidates')
  const seen = new Set<string>()
  for (const { name, line } of names) {
    if (name === '') malformed(file, line, 'a candidate has no name')
    if (seen.has(name)) malformed(file, line, `two candidates are called "${name}"`)
    seen.add(name)
  }
}
