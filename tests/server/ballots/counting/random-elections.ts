import type { Budget } from '#server/ballots/counting/budget.ts'
import type { Election, Paper, Position } from '#server/ballots/counting/election.ts'
import type { Chance } from '#tests/faults/chance.ts'

function upTo(chance: Chance, least: number, most: number): number {
  return Math.floor(chance.between(least, most + 1))
}

function shuffled(chance: Chance, size: number): number[] {
  const order = Array.from({ length: size }, (_, index) => index)
  for (let n = size - 1; n > 0; n--) {
    const other = upTo(chance, 0, n)
    const [a = 0, b = 0] = [order[n], order[other]]
    order[n] = b
    order[other] = a
  }
  return order
}

/** Papers as people fill them in: cut short, with equal ranks, ranks left out and a name marked twice, some of them alike. */
export function randomElection(chance: Chance, most: { candidates: number; papers: number }): Election {
  const size = upTo(chance, 1, most.candidates)
  const positions = (): Position[] => {
    const order = shuffled(chance, size).slice(0, upTo(chance, 0, size))
    const made: Position[] = []
    for (let n = 0; n < order.length; n++) {
      if (chance.happens(0.06)) made.push([])
      const candidate = order[n] ?? 0
      const other = order[n + 1]
      if (other !== undefined && chance.happens(0.1)) {
        made.push([candidate, other])
        n++
      } else made.push(candidate)
      if (chance.happens(0.03)) made.push(order[0] ?? 0)
    }
    return made
  }
  const papers = Array.from({ length: upTo(chance, 0, most.papers) }, (): Paper => ({
    weight: upTo(chance, 1, 4),
    positions: positions(),
  }))
  return {
    title: 'At random',
    candidates: Array.from({ length: size }, (_, index) => `Name ${index + 1}`),
    withdrawn: size > 2 && chance.happens(0.1) ? [upTo(chance, 0, size - 1)] : [],
    seats: upTo(chance, 1, Math.min(size, 4)),
    papers,
  }
}

export function randomPoints(chance: Chance): Election {
  const size = upTo(chance, 1, 5)
  return {
    title: '',
    candidates: Array.from({ length: size }, (_, index) => `Name ${index + 1}`),
    withdrawn: [],
    seats: 1,
    papers: Array.from({ length: upTo(chance, 0, 8) }, () => ({
      weight: upTo(chance, 1, 3),
      positions: [],
      points: Array.from({ length: size }, () => (chance.happens(0.2) ? null : upTo(chance, 0, 5))),
    })),
  }
}

/** Small enough that a verifier may try every set of projects; costs that leave fractions of every kind. */
export function randomBudget(chance: Chance): Budget {
  const size = upTo(chance, 1, 7)
  const isEven = chance.happens(0.5)
  const projects = Array.from({ length: size }, (_, index) => ({
    id: `p${index + 1}`,
    name: `Project ${index + 1}`,
    cost: isEven ? 10 * upTo(chance, 1, 6) : upTo(chance, 1, 60),
  }))
  return {
    title: 'At random',
    budget: upTo(chance, 20, 120),
    unitsInCurrency: 1,
    projects,
    votes: Array.from({ length: upTo(chance, 1, 12) }, () =>
      shuffled(chance, size).slice(0, upTo(chance, 0, Math.min(size, 4))),
    ),
  }
}
