import { papersIn, standingIn, strictPapers, type Election, type RankRules } from './election.ts'
import type { Result, Round, Tie } from './result.ts'
import { breakTie, drawLot, rankBy } from './ties.ts'

/**
 * Instant run-off: each paper counts for the first of its names that still stands; until one has more than half of the
 * papers that still count, the one with the fewest is excluded, one at a time.
 */
export function countInstantRunoff(election: Election, choices: RankRules & { seed: string }): Result {
  const { candidates } = election
  const papers = strictPapers(election, choices)
  const lot = drawLot(candidates, choices.seed)
  const names = (some: readonly number[]) => some.map((candidate) => candidates[candidate] ?? '')
  const votes = candidates.map(() => 0)
  const held = candidates.map((): number[] => [])
  const reached = new Int32Array(papers.length)
  let standing = standingIn(election)
  const stands = new Uint8Array(candidates.length)
  for (const candidate of standing) stands[candidate] = 1
  let exhausted = 0
  const handOn = (which: number) => {
    const { ranking, weight } = papers[which] ?? { ranking: [], weight: 0 }
    let at = reached[which] ?? 0
    while (at < ranking.length && stands[ranking[at] ?? 0] === 0) at++
    reached[which] = at
    const candidate = ranking[at]
    if (candidate === undefined) exhausted += weight
    else {
      votes[candidate] = (votes[candidate] ?? 0) + weight
      held[candidate]?.push(which)
    }
  }
  for (let which = 0; which < papers.length; which++) handOn(which)

  const rounds: Round[] = []
  const earlier: number[][] = []
  const ties: Tie[] = []
  const lastOut: string[][] = []
  const rules = {
    overvote: choices.overvote,
    skipped: choices.skipped,
    duplicate: 'first-mark',
    tie: 'earlier-round-then-lot',
    lot: 'sha-256',
    seed: choices.seed,
  }
  const ballots = papersIn(election.papers)
  for (let round = 1; ; round++) {
    const groups = rankBy(standing, (candidate) => votes[candidate] ?? 0)
    const counting = standing.reduce((sum, candidate) => sum + (votes[candidate] ?? 0), 0)
    const [top] = groups[0] ?? []
    const shown = {
      round,
      votes: groups
        .flat()
        .map((candidate) => ({ name: candidates[candidate] ?? '', votes: votes[candidate] ?? 0 })),
      exhausted,
    }
    const isOver = top === undefined || counting === 0 || (votes[top] ?? 0) * 2 > counting
    if (isOver) {
      // Without one paper that names anybody there is nothing to win by.
      const winners = top === undefined || counting === 0 ? [] : names([top])
      rounds.push({ ...shown, elected: winners, excluded: [] })
      const order = [...groups.map(names), ...lastOut.toReversed()]
      return { method: 'irv', seats: 1, ballots, winners, order, rounds, ties, rules }
    }
    const fewest = groups.at(-1) ?? []
    const { chosen, rule } = breakTie(fewest, 'fewest', earlier, lot)
    if (fewest.length > 1)
      ties.push({ round, about: 'exclusion', between: names(fewest), chosen: names([chosen]), rule })
    rounds.push({ ...shown, elected: [], excluded: names([chosen]) })
    earlier.push([...votes])
    lastOut.push(names([chosen]))
    stands[chosen] = 0
    standing = standing.filter((candidate) => candidate !== chosen)
    const moving = held[chosen] ?? []
    votes[chosen] = 0
    held[chosen] = []
    for (const which of moving) handOn(which)
  }
}
