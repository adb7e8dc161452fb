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

/** A whole number written in digits alone, small enough to be exact in every sum; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,12}$/.test(text)) return undefined
  return Number(text)
}

/** Two candidates of one name could not be told apart in a result. */
export function insistOnNames(file: string, names: readonly { name: string; line: number }[]) {
  const seen = new Set<string>()
  for (const { name, line } of names) {
    if (name === '') malformed(file, line, 'a candidate has no name')
    if (seen.has(name)) malformed(file, line, `two candidates are called "${name}"`)
    seen.add(name)
  }
}
