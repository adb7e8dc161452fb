/** What stands at one rank of a paper: one candidate (its index), several at the same rank, or none where the rank was skipped. */
export type Position = number | readonly number[]

/** Several marks at one rank of which a record does not say whose they are: that there were several is all a rule needs. */
export const unreadableOvervote: Position = [-1, -2]

/** One way of voting and how many voted so. Where candidates are given points (`score`), `positions` is empty. */
export type Paper = {
  weight: number
  positions: readonly Position[]
  /** Points for each candidate, by index; null where none were given. Only in papers of points. */
  points?: readonly (number | null)[]
}

export type Election = {
  title: string
  candidates: readonly string[]
  withdrawn: readonly number[]
  /** How many are to be elected, where the file says it. */
  seats: number | null
  papers: readonly Paper[]
}

/** Candidates by index, one after the other, as a count that allows no equal ranks reads a paper. */
export type StrictPaper = { weight: number; ranking: readonly number[] }

/** `exhausts`: the paper counts until that rank and no further. `passed-over`: the rank is left out and the next is read. */
export type RankRule = 'exhausts' | 'passed-over'
export type RankRules = { overvote: RankRule; skipped: RankRule }

export function papersIn(papers: readonly { weight: number }[]): number {
  return papers.reduce((sum, { weight }) => sum + weight, 0)
}

/** Reads every paper by the two rules (a name marked twice counts where it is marked first) and puts equal papers together. */
export function strictPapers(election: Election, rules: RankRules): StrictPaper[] {
  const withdrawn = new Set(election.withdrawn)
  const grouped = new Map<string, { weight: number; ranking: readonly number[] }>()
  for (const { weight, positions } of election.papers) {
    const ranking = strictRanking(positions, rules, withdrawn)
    const key = String.fromCharCode(...ranking)
    const known = grouped.get(key)
    if (known) known.weight += weight
    else grouped.set(key, { weight, ranking })
  }
  return [...grouped.values()]
}

function strictRanking(
  positions: readonly Position[],
  rules: RankRules,
  withdrawn: ReadonlySet<number>,
): number[] {
  const ranking: number[] = []
  for (const position of positions) {
    if (typeof position === 'number') {
      if (!withdrawn.has(position) && !ranking.includes(position)) ranking.push(position)
      continue
    }
    if (position.length === 0) {
      if (rules.skipped === 'exhausts') break
      continue
    }
    // A rank that only withdrawn names stand at was never left blank by the voter.
    const named = position.filter((candidate) => !withdrawn.has(candidate))
    if (named.length > 1 && rules.overvote === 'exhausts') break
    const [only] = named
    if (named.length === 1 && only !== undefined && !ranking.includes(only)) ranking.push(only)
  }
  return ranking
}

/** Ranks with equals, as the pairwise counts read them: no empty rank, no withdrawn name, each name where it is marked first. */
export function levelsOf(positions: readonly Position[], withdrawn: ReadonlySet<number>): number[][] {
  const seen = new Set(withdrawn)
  const levels: number[][] = []
  for (const position of positions) {
    const level = (typeof position === 'number' ? [position] : position).filter(
      (candidate) => candidate >= 0 && !seen.has(candidate),
    )
    for (const candidate of level) seen.add(candidate)
    if (level.length > 0) levels.push([...new Set(level)])
  }
  return levels
}

export function standingIn(election: Election): number[] {
  const withdrawn = new Set(election.withdrawn)
  return election.candidates.map((_, index) => index).filter((index) => !withdrawn.has(index))
}
