import { inCurrency, type Budget } from './budget.ts'
import { comesBefore, prepare, type Prepared } from './equal-shares.ts'

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
export type ShareTie = { round: number; between: string[]; chosen: string[]; rule: 'votes-cost-list' }
export type BudgetResult = {
  method: 'greedy' | 'knapsack'
  ballots: number
  winners: string[]
  funded: string[]
  spent: Money
  budget: Money
  order: string[][]
  rounds: ShareRound[]
  ties: ShareTie[]
  rules: Record<string, string>
}

/** By votes, what still fits; what does not is passed over. Equal votes: the lower cost, then the place in the list. */
export function fillByVotes(prepared: Prepared, taken: ReadonlySet<number>, left: number): number[] {
  const { projects } = prepared.budget
  const order = projects
    .map((_, project) => project)
    .filter((project) => !taken.has(project) && (prepared.votes[project] ?? 0) > 0)
    .toSorted((a, b) => (comesBefore(prepared, a, b) ? -1 : 1))
  const filled: number[] = []
  let rest = left
  for (const project of order) {
    const cost = projects[project]?.cost ?? 0
    if (cost > rest) continue
    rest -= cost
    filled.push(project)
  }
  return filled
}

/** The projects with most votes one after the other, passing over what no longer fits. */
export function countGreedy(budget: Budget): BudgetResult {
  const prepared = prepare(budget)
  return budgetResult(prepared, 'greedy', fillByVotes(prepared, new Set(), budget.budget), {
    order: 'most-votes-that-fit',
    tie: 'votes-cost-list',
  })
}

/**
 * The set of projects within the budget that has the most votes together. Equal votes: the set that costs less, then the one
 * that has the earlier project of the list. Exact, by the states that nothing beats (Nemhauser and Ullmann, 1969).
 */
export function countKnapsack(budget: Budget): BudgetResult {
  const prepared = prepare(budget)
  type State = { cost: number; votes: number; project: number; before: State | undefined }
  let states: State[] = [{ cost: 0, votes: 0, project: -1, before: undefined }]
  for (let project = budget.projects.length - 1; project >= 0; project--) {
    const cost = budget.projects[project]?.cost ?? 0
    const votes = prepared.votes[project] ?? 0
    if (votes === 0) continue
    const added = states
      .filter((state) => state.cost + cost <= budget.budget)
      .map((state) => ({ cost: state.cost + cost, votes: state.votes + votes, project, before: state }))
    states = unbeaten(states, added)
  }
  const taken: number[] = []
  for (let state = states.at(-1); state && state.project >= 0; state = state.before) taken.push(state.project)
  taken.sort((a, b) => (comesBefore(prepared, a, b) ? -1 : 1))
  return budgetResult(prepared, 'knapsack', taken, {
    order: 'most-votes-together',
    tie: 'lower-cost-then-list',
  })

  /** Both are sorted by cost and by votes alike; at equal figures the set with the earlier project stays. */
  function unbeaten(without: readonly State[], withIt: readonly State[]): State[] {
    const kept: State[] = []
    let [a, b] = [0, 0]
    while (a < without.length || b < withIt.length) {
      const [one, other] = [without[a], withIt[b]]
      const takesIt =
        !one ||
        (other !== undefined &&
          (other.cost < one.cost || (other.cost === one.cost && other.votes >= one.votes)))
      const next = takesIt ? withIt[b++] : without[a++]
      if (next && next.votes > (kept.at(-1)?.votes ?? -1)) kept.push(next)
    }
    return kept
  }
}

function budgetResult(
  prepared: Prepared,
  method: 'greedy' | 'knapsack',
  taken: readonly number[],
  rules: Record<string, string>,
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
    ties: [],
    rules: { vote: 'approvals', duplicate: 'counted-once', ...rules },
  }
}

export function shown({ budget, votes }: Prepared, project: number) {
  const { id = '', name = '', cost = 0 } = budget.projects[project] ?? {}
  return { project: id, name, cost: inCurrency(cost, budget.unitsInCurrency), votes: votes[project] ?? 0 }
}
