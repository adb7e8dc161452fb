import { inCurrency, type Budget } from './budget.ts'
import {
  fillByVotes,
  idsOf,
  shown,
  unfundedOf,
  type Money,
  type ShareRound,
  type ShareTie,
  type Unfunded,
} from './count-by-votes.ts'
import { shareEqually, type Bought, type Utility } from './equal-shares.ts'
import { idleIncrements } from './idle-increments.ts'
import { prepare, type Prepared } from './prepared.ts'
import { inDecimals, inLowestTerms } from './purchases.ts'

export const completions = ['add1', 'none', 'greedy'] as const
export type Completion = (typeof completions)[number]

export type ShareResult = {
  method: 'equal-shares'
  funded: string[]
  spent: Money
  budget: Money
  completion: Completion
  utility: Utility
  voters: number
  /** What everybody had at first, and how often 1 of the currency was added to it. */
  endowment: { exact: string; amount: string }
  increments: number
  rounds: ShareRound[]
  /** Left out in results that were kept before this was counted. */
  unfunded?: Unfunded[]
  ties: ShareTie[]
  rules: Record<string, string>
}

/**
 * Equal Shares with its completion. `add1` is the official one: everybody's money is raised by 1 of the currency and all is run
 * again, up to the first outcome that costs more than the budget; the outcome before it stands. It does not stop at an outcome to
 * which nothing could be added, nor is it filled up. `greedy` fills up the first outcome by votes with what still fits.
 */
export function countShares(
  budget: Budget,
  { completion, utility }: { completion: Completion; utility: Utility },
): ShareResult {
  const prepared = prepare(budget)
  const voters = budget.votes.length
  const { projects, unitsInCurrency } = budget
  const wanted = completion === 'add1' ? prepared.votes.filter((votes) => votes > 0).length : 0
  let start = budget.budget
  let increments = 0
  let shares = shareEqually(prepared, start, utility)
  // Once everything that anybody voted for is bought, more money changes nothing.
  while (shares.bought.length < wanted) {
    const added = idleIncrements(prepared, start, shares, utility)
    const raised = start + added * voters * unitsInCurrency
    const next = shareEqually(prepared, raised, utility)
    // The steps before this one came out as the last that is kept.
    const isOver = next.spent > budget.budget
    increments += isOver ? added - 1 : added
    start = isOver ? raised - voters * unitsInCurrency : raised
    if (isOver) break
    shares = next
  }
  const { leftFor } = shares
  const taken = shares.bought.map(({ project }) => project)
  const ties = shares.bought.flatMap(({ project, level }, index): ShareTie[] =>
    level.length > 1
      ? [
          {
            round: index + 1,
            between: idsOf(prepared, level),
            chosen: idsOf(prepared, [project]),
            rule: 'votes-cost-list',
          },
        ]
      : [],
  )
  const rounds = shares.bought.map((bought, index) => roundOf(prepared, shares.bought, bought, index))
  if (completion === 'greedy') {
    const more = fillByVotes(prepared, new Set(taken), budget.budget - shares.spent)
    let spent = shares.spent
    ties.push(...more.ties)
    for (const project of more.filled) {
      taken.push(project)
      spent += projects[project]?.cost ?? 0
      rounds.push({
        ...shown(prepared, project),
        round: rounds.length + 1,
        by: 'votes',
        spent: inCurrency(spent, unitsInCurrency),
      })
    }
  }
  return {
    method: 'equal-shares',
    funded: rounds.map(({ project }) => project),
    spent: rounds.at(-1)?.spent ?? 0,
    budget: inCurrency(budget.budget, unitsInCurrency),
    completion,
    utility,
    voters,
    endowment: money(BigInt(start), BigInt(Math.max(voters, 1)), unitsInCurrency),
    increments,
    rounds,
    unfunded: unfundedOf(prepared, taken, (project) => {
      if (completion === 'greedy') return { why: 'over-what-was-left' }
      const { numerator, denominator } = leftFor(project)
      return { why: 'supporters-could-not-pay', has: money(numerator, denominator, unitsInCurrency) }
    }),
    ties,
    rules: { vote: 'approvals', duplicate: 'counted-once', tie: 'votes-cost-list', blank: 'has-money-too' },
  }
}

function roundOf(prepared: Prepared, all: readonly Bought[], bought: Bought, index: number): ShareRound {
  const { projects, unitsInCurrency } = prepared.budget
  const spent = all.slice(0, index + 1).reduce((sum, { project }) => sum + (projects[project]?.cost ?? 0), 0)
  return {
    ...shown(prepared, bought.project),
    round: index + 1,
    by: 'shares',
    each: money(bought.price.numerator, bought.price.denominator, unitsInCurrency),
    paidFull: bought.full.length,
    paidRest: bought.rest.length,
    spent: inCurrency(spent, unitsInCurrency),
  }
}

function money(numerator: bigint, denominator: bigint, unitsInCurrency: number) {
  const below = denominator * BigInt(unitsInCurrency)
  return { exact: inLowestTerms(numerator, below), amount: inDecimals(numerator, below, 2) }
}
