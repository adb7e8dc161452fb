/** What people answered, as it was read: rows are people, columns are statements. Every later step says which it takes. */
export type Votes = {
  /** n names of people, each once. */
  participants: string[]
  /** m numbers of statements, each once. */
  statements: string[]
  /** n + 1: the cells of row i are those from `starts[i]` up to, and without, `starts[i + 1]`. */
  starts: Uint32Array
  /**
   * One for each answer, by rising column in a row: `3 * column + vote + 1`, where a vote is 1 (agrees), 0 (passes) or
   * -1 (disagrees). One small number for an answer keeps a million of them in two megabytes, and lets a pass over
   * them look up what it needs by one index.
   */
  cells: Uint16Array
  /** The group that each row was given from outside, '' for none; null where none are given. */
  given: string[] | null
}

/** Pol.is stops at the same numbers; 3 * 10,000 still fits a cell. */
export const mostParticipants = 100_000
export const mostStatements = 10_000

export function columnOf(cell: number): number {
  return (cell / 3) | 0
}

export function voteOf(cell: number): number {
  return (cell % 3) - 1
}

export function cellOf(column: number, vote: number): number {
  return 3 * column + vote + 1
}
