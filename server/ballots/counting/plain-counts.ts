import { levelsOf, papersIn, standingIn, strictPapers, type Election } from './election.ts'
import type { Result } from './result.ts'
import { drawLot, rankBy, winnersOf, type TieChoice } from './ties.ts'

export type PlainChoices = { seats: number; tie: TieChoice; seed: string }

/** One mark each: the first name counts. A paper whose first rank holds several names, or is blank, counts for nobody. */
export function countPlurality(election: Election, choices: PlainChoices): Result {
  const votes = election.candidates.map(() => 0)
  for (const { weight, ranking } of strictPapers(election, { overvote: 'exhausts', skipped: 'exhausts' })) {
    const [first] = ranking
    if (first !== undefined) votes[first] = (votes[first] ?? 0) + weight
  }
  const counted = votes.reduce((sum, each) => sum + each, 0)
  return plainResult(election, choices, 'plurality', votes, {
    overvote: 'exhausts',
    skipped: 'exhausts',
    notCounted: String(papersIn(election.papers) - counted),
  })
}

/** Everybody named on a paper is approved by it, at whatever rank; where papers hold points, whoever has more than zero. */
export function countApproval(election: Election, choices: PlainChoices): Result {
  const withdrawn = new Set(election.withdrawn)
  const votes = election.candidates.map(() => 0)
  for (const { weight, positions, points } of election.papers) {
    const approved = points
      ? points.flatMap((each, candidate) =>
          each !== null && each > 0 && !withdrawn.has(candidate) ? [candidate] : [],
        )
      : levelsOf(positions, withdrawn).flat()
    for (const candidate of approved) votes[candidate] = (votes[candidate] ?? 0) + weight
  }
  return plainResult(election, choices, 'approval', votes, { named: 'approved', duplicate: 'counted-once' })
}

/** Points added up; no points are zero points. Dots are points that each voter has a number of. */
export function countScore(election: Election, choices: PlainChoices): Result {
  const votes = election.candidates.map(() => 0)
  for (const { weight, points } of election.papers)
    for (const [candidate, each] of (points ?? []).entries())
      votes[candidate] = (votes[candidate] ?? 0) + weight * (each ?? 0)
  return plainResult(election, choices, 'score', votes, { blank: 'zero' })
}

function plainResult(
  election: Election,
  { seats, tie, seed }: PlainChoices,
  method: string,
  votes: readonly number[],
  rules: Record<string, string>,
): Result {
  const { candidates } = election
  const standing = standingIn(election)
  const groups = rankBy(standing, (candidate) => votes[candidate] ?? 0)
  const ballots = papersIn(election.papers)
  const { winners, ties } =
    ballots === 0
      ? { winners: [], ties: [] }
      : winnersOf(groups, seats, candidates, drawLot(candidates, seed), tie)
  return {
    method,
    seats,
    ballots,
    winners,
    order: groups.map((group) => group.map((candidate) => candidates[candidate] ?? '')),
    rounds: [
      {
        round: 1,
        votes: groups
          .flat()
          .map((candidate) => ({ name: candidates[candidate] ?? '', votes: votes[candidate] ?? 0 })),
        elected: winners,
        excluded: [],
      },
    ],
    ties,
    rules: { ...rules, tie, ...(tie === 'lot' ? { lot: 'sha-256', seed } : {}) },
  }
}
