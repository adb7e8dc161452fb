import type { Budget } from './budget.ts'
import { budgetResult, idsOf, type BudgetResult } from './count-by-votes.ts'
import { comesBefore, prepare } from './prepared.ts'

/** A set of projects, as the one that was taken last and the set before it. */
type State = { cost: number; votes: number; project: number; before: State | undefined }

/**
 * The set of projects within the budget that has the most votes together. Equal votes: the set that costs less, then the one
 * that has the earlier project of the list. Exact, by the states that nothing beats (Nemhauser and Ullmann, 1969); those that
 * only one beats are kept too, so that another set with as many votes is known and told.
 */
export function countKnapsack(budget: Budget): BudgetResult {
  const prepared = prepare(budget)
  let states: State[] = [{ cost: 0, votes: 0, project: -1, before: undefined }]
  for (let project = budget.projects.length - 1; project >= 0; project--) {
    const cost = budget.projects[project]?.cost ?? 0
    const votes = prepared.votes[project] ?? 0
    if (votes === 0) continue
    const added = states
      .filter((state) => state.cost + cost <= budget.budget)
      .map((state) => ({ cost: state.cost + cost, votes: state.votes + votes, project, before: state }))
    states = beatenByOneAtMost(states, added)
  }
  const most = states.reduce((votes, state) => Math.max(votes, state.votes), 0)
  const [best, other] = states.filter(({ votes }) => votes === most).map(projectsOf)
  const taken = (best ?? []).toSorted((a, b) => (comesBefore(prepared, a, b) ? -1 : 1))
  const onlyHere = taken.filter((project) => !other?.includes(project))
  const onlyThere = (other ?? []).filter((project) => !taken.includes(project))
  return budgetResult(prepared, {
    method: 'knapsack',
    taken,
    ties: other
      ? [
          {
            round: 1,
            between: idsOf(prepared, [...onlyHere, ...onlyThere]),
            chosen: idsOf(prepared, onlyHere),
            rule: 'lower-cost-then-list',
          },
        ]
      : [],
    why: 'not-in-the-best-set',
    rules: { order: 'most-votes-together', tie: 'lower-cost-then-list' },
  })
}

function projectsOf(last: State): number[] {
  const projects: number[] = []
  for (let state: State | undefined = last; state && state.project >= 0; state = state.before)
    projects.push(state.project)
  return projects
}

/** Both are sorted: the lower cost first, then more votes, then the set with the earlier project, which is the one `withIt`. */
function beatenByOneAtMost(without: readonly State[], withIt: readonly State[]): State[] {
  const kept: State[] = []
  let [a, b] = [0, 0]
  let [most, second] = [-1, -1]
  while (a < without.length || b < withIt.length) {
    const [one, other] = [without[a], withIt[b]]
    const takesIt =
      !one ||
      (other !== undefined &&
        (other.cost < one.cost || (other.cost === one.cost && other.votes >= one.votes)))
    const next = takesIt ? withIt[b++] : without[a++]
    if (!next || next.votes <= second) continue
    kept.push(next)
    if (next.votes > most) [most, second] = [next.votes, most]
    else second = next.votes
  }
  return kept
}
