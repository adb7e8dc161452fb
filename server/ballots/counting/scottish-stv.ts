import { papersIn, standingIn, strictPapers, type Election, type RankRules } from './election.ts'
import type { NamedVotes, Result, Round, Tie } from './result.ts'
import { breakTie, drawLot, rankBy } from './ties.ts'

/** Votes and values of papers are counted in hundred-thousandths of a vote, as whole numbers. */
const unit = 100_000

/** A whole number of hundred-thousandths, as decimal text. */
export function inVotes(parts: number): string {
  const whole = Math.floor(parts / unit)
  return `${whole}.${String(parts - whole * unit).padStart(5, '0')}`
}

/** By the order, the paper is not transferable from where two names share a rank or a rank is missing. */
export const scottishRankRules: RankRules = { overvote: 'exhausts', skipped: 'exhausts' }

/**
 * The single transferable vote as in the Scottish Local Government Elections Order 2007, rules 46 to 52 (weighted inclusive
 * Gregory): the quota is fixed at the first stage; the largest surplus goes first, on all papers of the elected, each at
 * its value × surplus ÷ votes cut after five decimals; without a surplus the lowest is excluded, one at a time. Equals are
 * told apart by the most recent earlier stage at which they differed, then by lot. Surpluses and exclusions stop when the
 * places are filled or as many stand as there are places left.
 */
export function countScottish(
  election: Election,
  { seats, seed, ...rankRules }: RankRules & { seats: number; seed: string },
): Result {
  const { candidates } = election
  const papers = strictPapers(election, rankRules).filter(({ ranking }) => ranking.length > 0)
  const valid = papersIn(papers)
  const quota = (Math.floor(valid / (seats + 1)) + 1) * unit
  const lot = drawLot(candidates, seed)
  const names = (some: readonly number[]) => some.map((candidate) => candidates[candidate] ?? '')

  const votes = candidates.map(() => 0)
  const held = candidates.map((): number[] => [])
  const value = new Float64Array(papers.length).fill(unit)
  const reached = new Int32Array(papers.length)
  const stands = new Uint8Array(candidates.length)
  for (const candidate of standingIn(election)) stands[candidate] = 1
  const standing = () => standingIn(election).filter((candidate) => stands[candidate] === 1)

  const elected: number[] = []
  const surpluses: number[] = []
  const excluded: number[] = []
  const rounds: Round[] = []
  const earlier: number[][] = []
  const ties: Tie[] = []

  const handOn = (which: number, worth: number): number | undefined => {
    const { ranking, weight } = papers[which] ?? { ranking: [], weight: 0 }
    let at = reached[which] ?? 0
    while (at < ranking.length && stands[ranking[at] ?? 0] === 0) at++
    reached[which] = at
    value[which] = worth
    const candidate = ranking[at]
    if (candidate === undefined) return undefined
    votes[candidate] = (votes[candidate] ?? 0) + weight * worth
    held[candidate]?.push(which)
    return candidate
  }
  const elect = (some: readonly number[]) => {
    for (const candidate of some) {
      stands[candidate] = 0
      elected.push(candidate)
    }
  }
  /** Deems elected whoever reached the quota, the one with most votes first, and fills the last places. */
  const endStage = (out: readonly number[], transfer?: Round['transfer']) => {
    const before = elected.length
    const reachedQuota = rankBy(
      standing().filter((candidate) => (votes[candidate] ?? 0) >= quota),
      (candidate) => votes[candidate] ?? 0,
    ).flatMap((level) => inOrder(level))
    elect(reachedQuota.slice(0, seats - elected.length))
    for (const candidate of reachedQuota) if ((votes[candidate] ?? 0) > quota) surpluses.push(candidate)
    const left = standing()
    if (elected.length < seats && left.length <= seats - elected.length)
      elect(rankBy(left, (candidate) => votes[candidate] ?? 0).flatMap((level) => inOrder(level)))
    const shown = standingIn(election).filter(
      (candidate) => !excluded.includes(candidate) || out.includes(candidate),
    )
    rounds.push({
      round: rounds.length + 1,
      votes: shown.map((candidate) => ({
        name: candidates[candidate] ?? '',
        votes: inVotes(votes[candidate] ?? 0),
      })),
      quota: inVotes(quota),
      elected: names(elected.slice(before)),
      excluded: names(out),
      exhausted: inVotes(valid * unit - votes.reduce((sum, each) => sum + each, 0)),
      ...(transfer ? { transfer } : {}),
    })
    earlier.push([...votes])
  }
  /** Those with equal votes, as the earlier stages and then the lot put them. */
  function inOrder(level: readonly number[]): number[] {
    const ordered: number[] = []
    let left = [...level]
    let isDrawn = false
    while (left.length > 0) {
      const { chosen, rule } = breakTie(left, 'most', earlier, lot)
      if (left.length > 1 && rule === 'lot') isDrawn = true
      ordered.push(chosen)
      left = left.filter((candidate) => candidate !== chosen)
    }
    if (level.length > 1)
      ties.push({
        round: rounds.length + 1,
        about: 'order',
        between: names(level),
        chosen: names(ordered),
        rule: isDrawn ? 'lot' : 'earlier-round',
      })
    return ordered
  }
  const pick = (level: readonly number[], about: 'surplus' | 'exclusion') => {
    const { chosen, rule } = breakTie(level, about === 'surplus' ? 'most' : 'fewest', earlier, lot)
    if (level.length > 1)
      ties.push({
        round: rounds.length + 1,
        about,
        between: names(level),
        chosen: names([chosen]),
        rule,
      })
    return chosen
  }
  const move = (from: number, worth: (value: number) => number) => {
    const received = new Map<number, number>()
    const moving = held[from] ?? []
    held[from] = []
    for (const which of moving) {
      const each = worth(value[which] ?? 0)
      const to = handOn(which, each)
      if (to !== undefined) received.set(to, (received.get(to) ?? 0) + each * (papers[which]?.weight ?? 0))
    }
    const inListOrder = [...received].toSorted(([a], [b]) => a - b)
    return inListOrder.map(([candidate, parts]): NamedVotes => ({
      name: candidates[candidate] ?? '',
      votes: inVotes(parts),
    }))
  }

  if (valid > 0) {
    for (let which = 0; which < papers.length; which++) handOn(which, unit)
    endStage([])
    while (elected.length < seats && standing().length > 0) {
      const largest = rankBy(surpluses, (candidate) => votes[candidate] ?? 0)[0]
      if (largest) {
        const from = pick(largest, 'surplus')
        surpluses.splice(surpluses.indexOf(from), 1)
        const total = votes[from] ?? 0
        const worth = cutValue(total - quota, total)
        const to = move(from, worth)
        votes[from] = quota
        endStage([], {
          from: candidates[from] ?? '',
          reason: 'surplus',
          value: inVotes(worth(unit)),
          to,
        })
      } else {
        const lowest = rankBy(standing(), (candidate) => votes[candidate] ?? 0).at(-1) ?? []
        const from = pick(lowest, 'exclusion')
        stands[from] = 0
        excluded.push(from)
        votes[from] = 0
        const to = move(from, (each) => each)
        endStage([from], { from: candidates[from] ?? '', reason: 'exclusion', to })
      }
    }
  }
  const rest = rankBy(standing(), (candidate) => votes[candidate] ?? 0)
  return {
    method: 'stv-scottish',
    seats,
    ballots: papersIn(election.papers),
    winners: names(elected),
    order: [
      ...elected.map((candidate) => names([candidate])),
      ...rest.map(names),
      ...excluded.toReversed().map((candidate) => names([candidate])),
    ],
    rounds,
    ties,
    rules: {
      ...rankRules,
      duplicate: 'first-mark',
      quota: 'droop',
      transfer: 'weighted-inclusive-gregory',
      precision: 'cut-after-5-decimals',
      notCounted: String(papersIn(election.papers) - valid),
      tie: 'earlier-round-then-lot',
      lot: 'sha-256',
      seed,
    },
  }
}

/** A paper's value × surplus ÷ votes; the product passes what a number holds exactly, so it is made of big integers. */
function cutValue(surplus: number, total: number): (value: number) => number {
  const known = new Map<number, number>()
  return (value) => {
    const already = known.get(value)
    if (already !== undefined) return already
    const cut = Number((BigInt(value) * BigInt(surplus)) / BigInt(total))
    known.set(value, cut)
    return cut
  }
}
