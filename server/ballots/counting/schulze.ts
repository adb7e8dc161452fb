import { levelsOf, papersIn, standingIn, type Election } from './election.ts'
import type { PlainChoices } from './plain-counts.ts'
import type { Result } from './result.ts'
import { drawLot, rankBy, winnersOf } from './ties.ts'

/**
 * How many papers prefer one candidate to another. Equal ranks prefer neither; whoever is not ranked comes last.
 * @returns rows of `candidates.length` figures: at [a * length + b], the papers that prefer a to b
 */
export function countPairs(election: Election): Float64Array {
  const size = election.candidates.length
  const pairs = new Float64Array(size * size)
  const standing = standingIn(election)
  const isRanked = new Uint8Array(size)
  for (const { weight, ranking, ends } of groupedRankings(election)) {
    isRanked.fill(0)
    for (const candidate of ranking) isRanked[candidate] = 1
    const order = ranking.length === standing.length ? ranking : ranking.slice()
    if (order !== ranking)
      for (const candidate of standing) if (isRanked[candidate] === 0) order.push(candidate)
    for (let place = 0; place < ranking.length; place++) {
      const row = (order[place] ?? 0) * size
      for (let below = ends ? (ends[place] ?? 0) : place + 1; below < order.length; below++)
        pairs[row + (order[below] ?? 0)]! += weight
    }
  }
  return pairs
}

type Ranking = {
  weight: number
  ranking: number[]
  /** Where the rank of each place ends in the ranking; left out when no two are equal. */
  ends: number[] | undefined
}

/** Equal papers together: most elections have far fewer ways of voting than voters. */
function groupedRankings(election: Election): Iterable<Ranking> {
  const withdrawn = new Set(election.withdrawn)
  const seen = new Int32Array(election.candidates.length).fill(-1)
  for (const candidate of withdrawn) seen[candidate] = election.papers.length
  const grouped = new Map<string, Ranking>()
  for (const [paper, { weight, positions }] of election.papers.entries()) {
    const isStrict = positions.every(
      (position) =>
        typeof position === 'number' && (seen[position] ?? 0) < paper && (seen[position] = paper) === paper,
    )
    const { ranking, ends } = isStrict
      ? { ranking: positions as number[], ends: undefined }
      : withEnds(levelsOf(positions, withdrawn))
    const key = String.fromCharCode(...ranking, 0xffff, ...(ends ?? []))
    const known = grouped.get(key)
    if (known) known.weight += weight
    else grouped.set(key, { weight, ranking, ends })
  }
  return grouped.values()
}

function withEnds(levels: readonly (readonly number[])[]): { ranking: number[]; ends: number[] | undefined } {
  const ranking: number[] = []
  const ends: number[] = []
  for (const level of levels) {
    ranking.push(...level)
    for (let n = 0; n < level.length; n++) ends.push(ranking.length)
  }
  return { ranking, ends: ends.every((end, place) => end === place + 1) ? undefined : ends }
}

/** The strength of the strongest path between each two, where a path is as strong as its weakest victory (in winning votes). */
export function strongestPaths(pairs: Float64Array, size: number): Float64Array {
  const paths = new Float64Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      const wins = pairs[a * size + b] ?? 0
      paths[a * size + b] = wins > (pairs[b * size + a] ?? 0) ? wins : 0
    }
  for (let via = 0; via < size; via++)
    for (let a = 0; a < size; a++) {
      if (a === via) continue
      const first = paths[a * size + via] ?? 0
      if (first === 0) continue
      for (let b = 0; b < size; b++) {
        if (b === a || b === via) continue
        const through = Math.min(first, paths[via * size + b] ?? 0)
        if (through > (paths[a * size + b] ?? 0)) paths[a * size + b] = through
      }
    }
  return paths
}

/**
 * Schulze's method with winning votes (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", 2011). Winners are all whom nobody beats; the order is by how many each
 * beats, which never contradicts who beats whom. A path is beaten only by a strictly stronger one.
 */
export function countSchulze(election: Election, { tie, seed }: PlainChoices): Result {
  const { candidates } = election
  const size = candidates.length
  const standing = standingIn(election)
  const pairs = countPairs(election)
  const paths = strongestPaths(pairs, size)
  const beats = (a: number, b: number) => (paths[a * size + b] ?? 0) > (paths[b * size + a] ?? 0)
  const beaten = candidates.map((_, a) => standing.filter((b) => b !== a && beats(a, b)).length)
  const unbeaten = standing.filter((a) => !standing.some((b) => b !== a && beats(b, a)))
  const groups = rankBy(standing, (candidate) => beaten[candidate] ?? 0)
  const names = (some: readonly number[]) => some.map((candidate) => candidates[candidate] ?? '')
  const ballots = papersIn(election.papers)
  const { winners, ties } =
    ballots === 0
      ? { winners: [], ties: [] }
      : winnersOf([unbeaten], 1, candidates, drawLot(candidates, seed), tie)
  const table = (figures: Float64Array) =>
    standing.map((a) => standing.map((b) => (a === b ? 0 : (figures[a * size + b] ?? 0))))
  return {
    method: 'schulze',
    seats: 1,
    ballots,
    winners,
    order: groups.map(names),
    rounds: [
      {
        round: 1,
        votes: groups
          .flat()
          .map((candidate) => ({ name: candidates[candidate] ?? '', votes: beaten[candidate] ?? 0 })),
        elected: winners,
        excluded: [],
      },
    ],
    ties,
    rules: {
      strength: 'winning-votes',
      order: 'how-many-each-beats',
      unranked: 'last',
      equalRanks: 'no-preference',
      skipped: 'passed-over',
      duplicate: 'first-mark',
      tie,
      ...(tie === 'lot' ? { lot: 'sha-256', seed } : {}),
    },
    pairwise: { candidates: names(standing), preferred: table(pairs), strongest: table(paths) },
  }
}
