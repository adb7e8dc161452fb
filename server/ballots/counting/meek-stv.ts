import { papersIn, standingIn, strictPapers, type Election, type RankRules } from './election.ts'
import type { Result, Round, Tie } from './result.ts'
import { breakTie, drawLot, rankBy } from './ties.ts'

/** Nine decimals, kept as whole numbers of thousand-millionths. */
const one = 1_000_000_000n
/** An iteration is close enough when the surpluses together are below a millionth of a vote. */
const omega = 1_000n

function upwards(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator
}

function inVotes(parts: bigint): string {
  return `${parts / one}.${String(parts % one).padStart(9, '0')}`
}

/**
 * Meek's single transferable vote (Hill, Wichmann and Woodall, "Algorithm 123: Single transferable vote by Meek's method",
 * 1987), with the integers of the Proportional Representation Foundation's Reference Meek Rule: nine decimals, kept parts
 * rounded up, quota = votes ÷ (places + 1) cut and one last digit more, omega = 0.000001. An excluded candidate is as if
 * never standing, and an elected one keeps of every paper only the part that brings the quota.
 */
export function countMeek(
  election: Election,
  { seats, seed, ...rankRules }: RankRules & { seats: number; seed: string },
): Result {
  const { candidates } = election
  const papers = strictPapers(election, rankRules)
    .filter(({ ranking }) => ranking.length > 0)
    .map(({ weight, ranking }) => ({ times: BigInt(weight), ranking }))
  const valid = papers.reduce((sum, { times }) => sum + times, 0n)
  const lot = drawLot(candidates, seed)
  const names = (some: readonly number[]) => some.map((candidate) => candidates[candidate] ?? '')
  const keeps = candidates.map(() => 0n)
  let hopeful = standingIn(election)
  for (const candidate of hopeful) keeps[candidate] = one
  const elected: number[] = []
  const excluded: number[] = []
  const rounds: Round[] = []
  const ties: Tie[] = []
  const earlier: bigint[][] = []
  let votes = candidates.map(() => 0n)
  let quota = 0n

  const distribute = () => {
    votes = candidates.map(() => 0n)
    for (const { times, ranking } of papers) {
      let left = one
      for (const candidate of ranking) {
        const keep = keeps[candidate] ?? 0n
        if (keep === 0n) continue
        const part = keep === one ? left : upwards(left * keep, one)
        votes[candidate] = (votes[candidate] ?? 0n) + part * times
        left -= part
        if (left === 0n) break
      }
    }
    quota = votes.reduce((sum, each) => sum + each, 0n) / BigInt(seats + 1) + 1n
  }
  /** Equal votes at the same moment decide nothing here but who is named first; that goes by lot. */
  const elect = (some: readonly number[]) => {
    for (const level of rankBy(some, (candidate) => votes[candidate] ?? 0n)) {
      if (level.length < 2) continue
      const between = names(level.toSorted((a, b) => a - b))
      const chosen = names(mostFirst(level))
      ties.push({ round: rounds.length + 1, about: 'order', between, chosen, rule: 'lot' })
    }
    elected.push(...some)
  }
  const mostFirst = (some: readonly number[]) =>
    rankBy(some, (candidate) => votes[candidate] ?? 0n).flatMap((level) =>
      level.toSorted((a, b) => (lot[a] ?? 0) - (lot[b] ?? 0)),
    )
  const show = (nowElected: readonly number[], nowExcluded: readonly number[]) => {
    const total = votes.reduce((sum, each) => sum + each, 0n)
    const named = (figures: readonly bigint[], some: readonly number[]) =>
      some.map((candidate) => ({
        name: candidates[candidate] ?? '',
        votes: inVotes(figures[candidate] ?? 0n),
      }))
    const shown = standingIn(election).filter(
      (candidate) => !excluded.includes(candidate) || nowExcluded.includes(candidate),
    )
    rounds.push({
      round: rounds.length + 1,
      votes: named(votes, shown),
      quota: inVotes(quota),
      elected: names(nowElected),
      excluded: names(nowExcluded),
      exhausted: inVotes(valid * one - total),
      keeps: named(
        keeps,
        elected.filter((candidate) => !nowElected.includes(candidate)),
      ),
    })
    earlier.push([...votes])
  }

  for (;;) {
    if (valid === 0n || elected.length >= seats || hopeful.length <= seats - elected.length) break
    let surplus: bigint | undefined
    let newly: number[] = []
    for (;;) {
      distribute()
      newly = mostFirst(hopeful.filter((candidate) => (votes[candidate] ?? 0n) >= quota)).slice(
        0,
        seats - elected.length,
      )
      if (newly.length > 0) break
      const before = surplus
      surplus = elected.reduce((sum, candidate) => {
        const over = (votes[candidate] ?? 0n) - quota
        return over > 0n ? sum + over : sum
      }, 0n)
      if (surplus < omega || (before !== undefined && surplus >= before)) break
      for (const candidate of elected)
        keeps[candidate] = upwards(
          upwards((keeps[candidate] ?? 0n) * quota, one) * one,
          votes[candidate] ?? one,
        )
    }
    if (newly.length > 0) {
      elect(newly)
      hopeful = hopeful.filter((candidate) => !newly.includes(candidate))
      show(newly, [])
      continue
    }
    const lowest = hopeful.map((candidate) => votes[candidate] ?? 0n).reduce((a, b) => (b < a ? b : a))
    // A surplus still under way could change who is lowest: whoever is that close is level.
    const level = hopeful.filter((candidate) => (votes[candidate] ?? 0n) <= lowest + (surplus ?? 0n))
    const { chosen, rule } = breakTie(level, 'fewest', earlier, lot)
    if (level.length > 1)
      ties.push({
        round: rounds.length + 1,
        about: 'exclusion',
        between: names(level),
        chosen: names([chosen]),
        rule,
      })
    excluded.push(chosen)
    hopeful = hopeful.filter((candidate) => candidate !== chosen)
    show([], [chosen])
    keeps[chosen] = 0n
  }
  const standing = rankBy(hopeful, (candidate) => votes[candidate] ?? 0n)
  if (valid > 0n && elected.length < seats && hopeful.length > 0) {
    distribute()
    const last = mostFirst(hopeful)
    elect(last)
    show(last, [])
    hopeful = []
  }
  return {
    method: 'stv-meek',
    seats,
    ballots: papersIn(election.papers),
    winners: names(elected),
    order: [
      ...elected.map((candidate) => names([candidate])),
      ...(hopeful.length > 0 ? standing.map(names) : []),
      ...excluded.toReversed().map((candidate) => names([candidate])),
    ],
    rounds,
    ties,
    rules: {
      ...rankRules,
      duplicate: 'first-mark',
      quota: 'votes-over-places-plus-one',
      transfer: 'meek',
      precision: '9-decimals-kept-parts-rounded-up',
      omega: '0.000001',
      notCounted: String(BigInt(papersIn(election.papers)) - valid),
      tie: 'earlier-round-then-lot',
      lot: 'sha-256',
      seed,
    },
  }
}
