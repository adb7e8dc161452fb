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
  const withdrawn = new Set(election.withdrawn)
  const standing = standingIn(election)
  const isRanked = new Uint8Array(size)
  for (const { weight, levels } of groupedLevels(election, withdrawn)) {
    isRanked.fill(0)
    const flat = levels.flat()
    for (const candidate of flat) isRanked[candidate] = 1
    const last = standing.filter((candidate) => isRanked[candidate] === 0)
    let next = 0
    for (const level of levels) {
      next += level.length
      for (const above of level) {
        const row = above * size
        for (let n = next; n < flat.length; n++) addAt(pairs, row + (flat[n] ?? 0), weight)
        for (const below of last) addAt(pairs, row + below, weight)
      }
    }
  }
  return pairs
}

function addAt(figures: Float64Array, index: number, weight: number) {
  figures[index] = (figures[index] ?? 0) + weight
}

function groupedLevels(election: Election, withdrawn: ReadonlySet<number>) {
  const separator = '\uffff'
  const grouped = new Map<string, { weight: number; levels: number[][] }>()
  for (const { weight, positions } of election.papers) {
    const levels = levelsOf(positions, withdrawn)
    const key = levels.map((level) => String.fromCharCode(...level)).join(separator)
    const known = grouped.get(key)
    if (known) known.weight += weight
    else grouped.set(key, { weight, levels })
  }
  return grouped.values()
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
