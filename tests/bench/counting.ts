import type { Budget } from '#server/ballots/counting/budget.ts'
import { countShares } from '#server/ballots/counting/count-shares.ts'
import type { Election } from '#server/ballots/counting/election.ts'
import { count, type Method } from '#server/ballots/counting/methods.ts'
import { chanceFrom, type Chance } from '#tests/faults/chance.ts'
import { figure, median, say, type Figure } from './figures.ts'

const rounds = 3
const official = { completion: 'add1', utility: 'cost' } as const

/** Counts of many papers that are all different: what grouping equal papers could save is not counted on. */
export function measureCounting(): Figure[] {
  const chance = chanceFrom(2026)
  const large = rankedPapers(chance, { papers: 100_000, candidates: 35, seats: 1 })
  const seated = rankedPapers(chance, { papers: 50_000, candidates: 20, seats: 4 })
  const budget = approvals(chance, { voters: 10_000, projects: 150 })
  const { increments, funded } = countShares(budget, official)
  say(`equal shares: ${funded.length} funded after ${increments} increments`)
  return [
    ...(['irv', 'schulze'] as const).flatMap((method) =>
      growing(`${method}: 100,000 papers of 35`, '< 1', (part) =>
        secondsToCount(method, { ...large, papers: large.papers.slice(0, large.papers.length * part) }),
      ),
    ),
    ...(['stv-scottish', 'stv-meek'] as const).flatMap((method) =>
      growing(
        `${method}: 50,000 papers of 20, 4 seats`,
        method === 'stv-scottish' ? '< 1' : undefined,
        (part) =>
          secondsToCount(method, { ...seated, papers: seated.papers.slice(0, seated.papers.length * part) }),
      ),
    ),
    ...growing('equal shares with add1: 10,000 voters, 150 projects', '< 10', (part) => {
      const some = ofBudget(budget, part)
      return seconds(() => countShares(some, official))
    }),
  ]
}

/** The whole, and what each doubling from a quarter on costs: a little over twice, for what memory does, and never four times. */
function growing(name: string, aim: string | undefined, secondsFor: (part: number) => number): Figure[] {
  const quarter = secondsFor(1 / 4)
  const half = secondsFor(1 / 2)
  const whole = secondsFor(1)
  say(
    `${name}: ${[quarter, half, whole].map((each) => each.toFixed(3)).join(', ')} s for a quarter, half and all`,
  )
  return [
    figure(name, whole, 's', aim === undefined ? {} : { aim }),
    figure(`${name}: twice as many cost`, Math.sqrt(whole / quarter), 'times', { aim: '<= 2.5' }),
  ]
}

/** As many times fewer voters as less money for cheaper projects: everybody has what they had, and as much is bought. */
function ofBudget(budget: Budget, part: number): Budget {
  return {
    ...budget,
    budget: Math.floor(budget.budget * part),
    projects: budget.projects.map(({ cost, ...project }) => ({ ...project, cost: Math.ceil(cost * part) })),
    votes: budget.votes.slice(0, budget.votes.length * part),
  }
}

function secondsToCount(method: Method, election: Election): number {
  return seconds(() => count(method, election))
}

function seconds(run: () => unknown): number {
  return median(
    Array.from({ length: rounds }, () => {
      const began = performance.now()
      run()
      return (performance.now() - began) / 1000
    }),
  )
}

/** Whole rankings, the first names likelier to be high, so that a count has both leaders and many rounds. */
function rankedPapers(
  chance: Chance,
  { papers, candidates, seats }: { papers: number; candidates: number; seats: number },
): Election {
  return {
    title: '',
    candidates: Array.from({ length: candidates }, (_, index) => `Name ${index + 1}`),
    withdrawn: [],
    seats,
    papers: Array.from({ length: papers }, () => ({
      weight: 1,
      positions: Array.from({ length: candidates }, (_, candidate) => ({
        candidate,
        place: chance.next() * (candidate + 5),
      }))
        .sort((a, b) => a.place - b.place)
        .map(({ candidate }) => candidate),
    })),
  }
}

/** Ten approvals a voter, and a budget for about a third of all costs; 1,000 of the currency for every voter, so that add1 runs a hundred times and more. */
function approvals(chance: Chance, { voters, projects }: { voters: number; projects: number }): Budget {
  const costs = Array.from({ length: projects }, () => Math.floor(chance.between(20_000, 400_000)))
  return {
    title: '',
    budget: voters * 1_000,
    unitsInCurrency: 1,
    projects: costs.map((cost, index) => ({ id: String(index + 1), name: '', cost })),
    votes: Array.from({ length: voters }, () => [
      ...new Set(
        Array.from({ length: 10 }, () => Math.floor(chance.next() * Math.sqrt(chance.next()) * projects)),
      ),
    ]),
  }
}
