/** Votes are whole numbers, or decimal text where a count works in parts of a vote: no figure is ever rounded on its way. */
export type Votes = number | string
export type NamedVotes = { name: string; votes: Votes }

/** One step of a count, as a person reads it. */
export type Round = {
  round: number
  votes: NamedVotes[]
  elected: string[]
  /** Out of the count after this step. */
  excluded: string[]
  /** Papers that name nobody who is still standing. */
  exhausted?: Votes
  quota?: Votes
  /** Whose papers moved in this step, at which value of a whole paper, and what each of the others received. */
  transfer?: { from: string; reason: 'surplus' | 'exclusion'; value?: string; to: NamedVotes[] }
  /** Meek: the part of each paper that an elected candidate keeps. */
  keeps?: NamedVotes[]
}

/** `earlier-round`: the last round in which they differed. `lot`: see the rules. `shared`: not broken, all are named. */
export type TieRule = 'earlier-round' | 'lot' | 'shared'
export type Tie = {
  round: number
  about: 'winner' | 'exclusion' | 'surplus' | 'order'
  between: string[]
  /** Who was taken: the winner, the one excluded, the one whose surplus went first; all of them where only the order was open. */
  chosen: string[]
  rule: TieRule
}

/** Rows and columns in the order of `candidates`: how many papers prefer the row to the column. */
export type Pairwise = { candidates: string[]; preferred: number[][]; strongest: number[][] }

export type Result = {
  method: string
  seats: number
  ballots: number
  winners: string[]
  /** From first to last; those that no rule sets apart stand together. */
  order: string[][]
  rounds: Round[]
  ties: Tie[]
  /** How papers were read and ties were broken: code words explained in `rule-words.ts`. */
  rules: Record<string, string>
  pairwise?: Pairwise
}
