import type { Budget, Election } from '../ballots/counting/index.ts'
import type { Option, Paper, PollRules } from './contract.ts'
import type { Kind, Tier } from './words.ts'

export type Counted = { paper: Paper; reason: string }
export type PollCounted = {
  kind: Kind
  title: string
  options: readonly Option[]
  rules: PollRules
  tier: Tier
}

/** Papers as an election of the counting engines; equal papers stay apart, so that the file given out holds each. */
export function electionOf(poll: PollCounted, papers: readonly Paper[]): Election {
  return {
    title: poll.title,
    candidates: poll.options.map(({ title }) => title),
    withdrawn: [],
    seats: poll.rules.seats,
    papers: papers.map((paper) => {
      if ('points' in paper) return { weight: 1, positions: [], points: paper.points }
      if ('ranks' in paper) return { weight: 1, positions: positionsOf(paper.ranks) }
      return { weight: 1, positions: 'chosen' in paper ? [...paper.chosen] : [] }
    }),
  }
}

function positionsOf(ranks: readonly (number | null)[]): (number | number[])[] {
  const places = [...new Set(ranks)].filter((rank) => rank !== null).toSorted((a, b) => a - b)
  return places.map((place) => {
    const here = ranks.flatMap((rank, option) => (rank === place ? [option] : []))
    return here.length === 1 ? (here[0] ?? here) : here
  })
}

export function budgetOf(poll: PollCounted, papers: readonly Paper[]): Budget {
  return {
    title: poll.title,
    budget: poll.rules.budget,
    unitsInCurrency: 1,
    projects: poll.options.map(({ title, cost }, index) => ({
      id: String(index + 1),
      name: title,
      cost: cost ?? 0,
    })),
    votes: papers.map((paper) => ('chosen' in paper ? paper.chosen : [])),
  }
}
