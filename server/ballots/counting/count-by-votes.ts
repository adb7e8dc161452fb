import { inCurrency, type Budget } from './budget.ts'
import { comesBefore, prepare, type Prepared } from './prepared.ts'

export type Money = number | string
export type ShareRound = {
  round: number
  project: string
  name: string
  cost: Money
  votes: number
  /** By shares among supporters, or filled up afterwards by votes. */
  by: 'shares' | 'votes'
  /** What a supporter pays who has enough: exactly, and cut after two decimals. */
  each?: { exact: string; amount: string }
  paidFull?: number
  /** How many gave the less that they still had. */
  paidRest?: number
  spent: Money
}
/** Projects that were level. With `lower-cost-then-list` two sets had as many votes, and these are where they differ. */
export type ShareTie = {
  round: number
  between: string[]
  chosen: string[]
  rule: 'votes-cost-list' | 'lower-cost-then-list'
}
/** What was not funded, and why: nobody wanted it, it cost more than was left, its supporters could not pay, another set had more votes. */
export type Unfunded = {
  project: string
  name: string
  cost: Money
  votes: number
  why: 'no-votes' | 'over-what-was-left' | 'supporters-could-not-pay' | 'not-in-the-best-set'
  /** What its supporters had left together: exactly, and cut after two decimals. */
  has?: { exact: string; amount: string }
}
export type BudgetResult = {
  method: 'greedy' | 'knapsack'
  ballots: number
  winners: string[]
  funded: string[]
  spent: Money
  budget: Money
  order: string[][]
  rounds: ShareRound[]
  /** Left out in results that were kept before this was counted. */
  unfunded?: Unfunded[]
  ties: ShareTie[]
  rules: Record<string, string>
}

/** By votes, what still fits; what does not is passed over. Equal votes: the lower cost, then the place in the list. */
export function fillByVotes(
  prepared: Prepared,
  taken: ReadonlySet<number>,
  left: number,
): { filled: number[]; ties: ShareTie[] } {
  const { votes } = prepared
  const { projects } = prepared.budget
  const order = projects
    .map((_, project) => project)
    .filter((project) => !taken.has(project) && (votes[project] ?? 0) > 0)
    .toSorted((a, b) => (comesBefore(prepared, a, b) ? -1 : 1))
  const filled: number[] = []
  const ties: ShareTie[] = []
  let rest = left
  for (const [place, project] of order.entries()) {
    const cost = projects[project]?.cost ?? 0
    if (cost > rest) continue
    const level = order
      .slice(place)
      .filter((each) => votes[each] === votes[project] && (projects[each]?.cost ?? 0) <= rest)
    rest -= cost
    filled.push(project)
    if (level.length > 1)
      ties.push({
        round: taken.size + filled.length,
        between: idsOf(prepared, level),
        chosen: idsOf(prepared, [project]),
        rule: 'votes-cost-list',
      })
  }
  return { filled, ties }
}

export function idsOf({ budget }: Prepared, some: readonly number[]): string[] {
  return some.map((project) => budget.projects[project]?.id ?? '')
}

/** The projects with most votes one after the other, passing over what no longer fits. */
export function countGreedy(budget: Budget): BudgetResult {
  const prepared = prepare(budget)
  const { filled, ties } = fillByVotes(prepared, new Set(), budget.budget)
  return budgetResult(prepared, {
    method: 'greedy',
    taken: filled,
    ties,
    why: 'over-what-was-left',
    rules: { order: 'most-votes-that-fit', tie: 'votes-cost-list' },
  })
}

export function budgetResult(
  prepared: Prepared,
  {
    method,
    taken,
    ties,
    why,
    rules,
  }: {
    method: BudgetResult['method']
    taken: readonly number[]
    ties: ShareTie[]
    why: Unfunded['why']
    rules: Record<string, string>
  },
): BudgetResult {
  const { budget } = prepared
  const { unitsInCurrency } = budget
  let spent = 0
  const rounds = taken.map((project, index): ShareRound => {
    spent += budget.projects[project]?.cost ?? 0
    return {
      ...shown(prepared, project),
      round: index + 1,
      by: 'votes',
      spent: inCurrency(spent, unitsInCurrency),
    }
  })
  const funded = rounds.map(({ project }) => project)
  const rest = budget.projects.map(({ id }) => id).filter((id) => !funded.includes(id))
  return {
    method,
    ballots: budget.votes.length,
    winners: funded,
    funded,
    spent: inCurrency(spent, unitsInCurrency),
    budget: inCurrency(budget.budget, unitsInCurrency),
    order: [...funded.map((id) => [id]), ...(rest.length > 0 ? [rest] : [])],
    rounds,
    unfunded: unfundedOf(prepared, taken, () => ({ why })),
    ties,
    rules: { vote: 'approvals', duplicate: 'counted-once', ...rules },
  }
}

export function shown({ budget, votes }: Prepared, project: number) {
  const { id = '', name = '', cost = 0 } = budget.projects[project] ?? {}
  return { project: id, name, cost: inCurrency(cost, budget.unitsInCurrency), votes: votes[project] ?? 0 }
}

/** What was not taken, most votes first, and why each was not; what nobody voted for needs no other reason. */
export function unfundedOf(
  prepared: Prepared,
  taken: readonly number[],
  because: (project: number) => Pick<Unfunded, 'why' | 'has'>,
): Unfunded[] {
  return prepared.budget.projects
    .map((_, project) => project)
    .filter((project) => !taken.includes(project))
    .toSorted((a, b) => (comesBefore(prepared, a, b) ? -1 : 1))
    .map((project) => ({
      ...shown(prepared, project),
      ...(prepared.votes[project] === 0 ? { why: 'no-votes' } : because(project)),
    }))
}
