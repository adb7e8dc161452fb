export type Project = { id: string; name: string; cost: number }

/** A participatory budget: projects, and for each voter the projects approved (indices, each once). Costs in the smallest unit. */
export type Budget = {
  title: string
  /** What there is to spend, in the same unit as costs. */
  budget: number
  /** How many of these units make one of the currency: 1, or 100 where amounts have cents. */
  unitsInCurrency: number
  projects: readonly Project[]
  votes: readonly (readonly number[])[]
}

/** A whole number of units as the currency writes it. */
export function inCurrency(units: number, unitsInCurrency: number): number | string {
  if (units % unitsInCurrency === 0) return units / unitsInCurrency
  const digits = String(unitsInCurrency).length - 1
  return `${Math.floor(units / unitsInCurrency)}.${String(units % unitsInCurrency).padStart(digits, '0')}`
}

export function votesFor({ projects, votes }: Budget): number[] {
  const counts = projects.map(() => 0)
  for (const vote of votes) for (const project of vote) counts[project] = (counts[project] ?? 0) + 1
  return counts
}
