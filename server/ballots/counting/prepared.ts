import { votesFor, type Budget } from './budget.ts'

/** What there is to know about a budget for every run of it. */
export type Prepared = {
  budget: Budget
  votes: number[]
  supporters: Int32Array[]
}

export function prepare(budget: Budget): Prepared {
  const supporters: number[][] = budget.projects.map(() => [])
  for (const [voter, vote] of budget.votes.entries())
    for (const project of vote) supporters[project]?.push(voter)
  return {
    budget,
    votes: votesFor(budget),
    supporters: supporters.map((some) => Int32Array.from(some)),
  }
}

/** More votes, then the lower cost, then the place in the list. */
export function comesBefore({ budget, votes }: Prepared, a: number, b: number): boolean {
  const byVotes = (votes[b] ?? 0) - (votes[a] ?? 0)
  const byCost = (budget.projects[a]?.cost ?? 0) - (budget.projects[b]?.cost ?? 0)
  return (byVotes || byCost || a - b) < 0
}
