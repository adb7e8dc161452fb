import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Budget } from '#server/ballots/counting/budget.ts'
import { assentKinds, countAssent, outcomeOfAssent } from '#server/ballots/counting/assent.ts'
import { countGreedy } from '#server/ballots/counting/count-by-votes.ts'
import { shareEqually, utilities } from '#server/ballots/counting/equal-shares.ts'
import { completions, countShares } from '#server/ballots/counting/count-shares.ts'
import type { Election, Paper } from '#server/ballots/counting/election.ts'
import { countKnapsack } from '#server/ballots/counting/knapsack.ts'
import { count, methods, type Method } from '#server/ballots/counting/methods.ts'
import { prepare } from '#server/ballots/counting/prepared.ts'
import { answersOf } from '#server/polls/words.ts'
import { countPairs } from '#server/ballots/counting/schulze.ts'

const size = 5
const names = ['Ada', 'Bea', 'Cid', 'Dan', 'Eva']

const ranked = fc
  .shuffledSubarray([0, 1, 2, 3, 4], { minLength: 0 })
  .chain((order) => fc.tuple(fc.constant(order), fc.integer({ min: 1, max: 3 })))
  .map(([positions, weight]): Paper => ({ positions, weight }))
const scored = fc
  .tuple(fc.array(fc.option(fc.nat(5)), { minLength: size, maxLength: size }), fc.integer({ min: 1, max: 3 }))
  .map(([points, weight]): Paper => ({ points, positions: [], weight }))

function electionOf(papers: Paper[], seats = 1): Election {
  return { title: '', candidates: names, withdrawn: [], seats, papers }
}

const elections = (method: Method) =>
  fc
    .tuple(fc.array(method === 'score' ? scored : ranked, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }))
    .map(([papers, seats]) => electionOf(papers, seats))

/** The same election with the candidates' names in another order on the paper. */
function relisted(election: Election, order: readonly number[]): Election {
  const placeOf = (candidate: number) => order.indexOf(candidate)
  return {
    ...election,
    candidates: order.map((candidate) => names[candidate] ?? ''),
    papers: election.papers.map((paper) => ({
      ...paper,
      positions: paper.positions.map((position) =>
        typeof position === 'number' ? placeOf(position) : position.map(placeOf),
      ),
      ...(paper.points ? { points: order.map((candidate) => paper.points?.[candidate] ?? null) } : {}),
    })),
  }
}

const asSets = (order: readonly (readonly string[])[]) => order.map((group) => group.toSorted())

describe.each(methods)('%s', (method) => {
  const choices = { tie: 'lot', seed: 'drawn' } as const

  test('is anonymous: whose paper is whose, and in which order they lie, changes nothing', () => {
    fc.assert(
      fc.property(elections(method), fc.infiniteStream(fc.nat()), (election, stream) => {
        const single = election.papers.flatMap((paper) =>
          Array.from({ length: paper.weight }, () => ({ ...paper, weight: 1 })),
        )
        const mixed = single
          .map((paper) => ({ paper, place: stream.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ paper }) => paper)
        expect(count(method, { ...election, papers: mixed }, choices)).toEqual(
          count(method, election, choices),
        )
      }),
    )
  })

  test('is neutral: where a name stands on the paper changes nothing', () => {
    fc.assert(
      fc.property(
        elections(method),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: size }),
        (election, order) => {
          const here = count(method, election, choices)
          const there = count(method, relisted(election, order), choices)
          expect(there.winners.toSorted()).toEqual(here.winners.toSorted())
          // The lot goes by names, so it too falls alike wherever they stand.
          expect(asSets(there.order)).toEqual(asSets(here.order))
        },
      ),
    )
  })

  test('elects from the names on the paper, each once, as many as there are seats', () => {
    fc.assert(
      fc.property(elections(method), (election) => {
        const { winners, seats, order, ballots } = count(method, election, choices)
        expect(order.flat().toSorted()).toEqual(names)
        expect(new Set(winners).size).toBe(winners.length)
        for (const winner of winners) expect(names).toContain(winner)
        const anybody = election.papers.some(
          ({ positions, points }) => points !== undefined || positions.length > 0,
        )
        if (anybody) expect(winners).toHaveLength(seats)
        if (ballots === 0) expect(winners).toEqual([])
      }),
    )
  })
})

describe('Schulze', () => {
  test('elects whoever beats everybody else', () => {
    fc.assert(
      fc.property(elections('schulze'), (election) => {
        const pairs = countPairs(election)
        const beats = (a: number, b: number) => (pairs[a * size + b] ?? 0) > (pairs[b * size + a] ?? 0)
        const condorcet = names.findIndex((_, a) => names.every((__, b) => a === b || beats(a, b)))
        fc.pre(condorcet >= 0)
        expect(count('schulze', election).winners).toEqual([names[condorcet]])
      }),
    )
  })

  test('a double of a name, always beside it, changes nothing for the others', () => {
    fc.assert(
      fc.property(
        elections('schulze'),
        fc.nat(size - 1),
        fc.infiniteStream(fc.boolean()),
        (election, whose, sides) => {
          const doubled: Election = {
            ...election,
            candidates: [...names, 'Double'],
            papers: election.papers.flatMap((paper) => {
              const at = paper.positions.indexOf(whose)
              if (at < 0) return [paper]
              return Array.from({ length: paper.weight }, () => ({
                weight: 1,
                positions: paper.positions.toSpliced(at + (sides.next().value ? 1 : 0), 0, size),
              }))
            }),
          }
          const before = count('schulze', election).winners
          const after = count('schulze', doubled).winners
          const others = (winners: string[]) =>
            winners.filter((name) => name !== names[whose] && name !== 'Double')
          expect(others(after)).toEqual(others(before))
          const won = before.includes(names[whose] ?? '')
          expect(after.includes(names[whose] ?? '') || after.includes('Double')).toBe(won)
        },
      ),
    )
  })
})

describe.each(['stv-scottish', 'stv-meek'] as const)('%s', (method) => {
  test('is proportional for solid coalitions: k quotas for the same k names or fewer elect as many of them', () => {
    const solid = fc.tuple(
      fc.subarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
    )
    fc.assert(
      fc.property(
        solid,
        fc.array(fc.tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.boolean()), {
          minLength: 3,
          maxLength: 24,
        }),
        ([coalition, seats], voters) => {
          const papers = voters.map(([order, isTheirs]) => ({
            weight: 1,
            positions: isTheirs
              ? [
                  ...order.filter((each) => coalition.includes(each)),
                  ...order.filter((each) => !coalition.includes(each)),
                ]
              : order,
          }))
          const supporters = papers.filter(({ positions }) =>
            positions.slice(0, coalition.length).every((each) => coalition.includes(each)),
          ).length
          const quota = Math.floor(papers.length / (seats + 1)) + 1
          const due = Math.min(Math.floor(supporters / quota), coalition.length, seats)
          const { winners } = count(method, electionOf(papers, seats), { seats })
          const theirs = winners.filter((name) => coalition.some((each) => names[each] === name))
          expect(theirs.length).toBeGreaterThanOrEqual(due)
        },
      ),
      { numRuns: 300 },
    )
  })
})

const budgets = fc
  .record({
    budget: fc.integer({ min: 10, max: 200 }),
    costs: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
    votes: fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 5 }), { minLength: 1, maxLength: 15 }),
  })
  .map(({ budget, costs, votes }): Budget => ({
    title: '',
    budget,
    unitsInCurrency: 1,
    projects: costs.map((cost, index) => ({ id: `p${index}`, name: `Project ${index}`, cost })),
    votes: votes.map((vote) => vote.filter((project) => project < costs.length)),
  }))

function votesOf({ votes }: Budget, project: number): number {
  return votes.filter((vote) => vote.includes(project)).length
}

const byMoney = [
  ...completions.flatMap((completion) =>
    utilities.map((utility) => ({
      name: `shares, ${completion}, ${utility}`,
      run: (budget: Budget) => countShares(budget, { completion, utility }),
    })),
  ),
  { name: 'greedy', run: countGreedy },
  { name: 'knapsack', run: countKnapsack },
]

describe.each(byMoney)('$name', ({ run }) => {
  test('is anonymous: the order of the papers, and of the marks on one, changes nothing', () => {
    fc.assert(
      fc.property(budgets, fc.infiniteStream(fc.nat()), (budget, stream) => {
        const mixed = budget.votes
          .map((vote) => ({ vote: vote.toReversed(), place: stream.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ vote }) => vote)
        expect(run({ ...budget, votes: mixed })).toEqual(run(budget))
      }),
    )
  })

  test('is neutral where the place in the list decides nothing', () => {
    fc.assert(
      fc.property(budgets, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (budget, all) => {
        const here = run(budget)
        // A tie is broken by votes and cost first; the list is left to those alike in both.
        const sums = budget.projects.map(({ cost }, project) => `${votesOf(budget, project)} ${cost}`)
        fc.pre(
          here.ties.every(({ rule }) => rule !== 'lower-cost-then-list') &&
            new Set(sums).size === sums.length,
        )
        const order = all.filter((project) => project < budget.projects.length)
        const there = run({
          ...budget,
          projects: order.map((project) => budget.projects[project]!),
          votes: budget.votes.map((vote) => vote.map((project) => order.indexOf(project))),
        })
        expect([there.funded, there.spent]).toEqual([here.funded, here.spent])
      }),
    )
  })

  test('funds projects of the list, each once and within the budget, and says of every other why not', () => {
    fc.assert(
      fc.property(budgets, (budget) => {
        const { funded, unfunded = [], spent } = run(budget)
        const ids = budget.projects.map(({ id }) => id)
        expect([...funded, ...unfunded.map(({ project }) => project)].toSorted()).toEqual(ids)
        expect(Number(spent)).toBeLessThanOrEqual(budget.budget)
        for (const { project, why, has } of unfunded) {
          const at = ids.indexOf(project)
          expect(why === 'no-votes').toBe(votesOf(budget, at) === 0)
          if (has) expect(Number(has.amount)).toBeLessThan(budget.projects[at]?.cost ?? 0)
        }
      }),
    )
  })
})

const answered = fc.array(fc.nat(7), { maxLength: 12 })

describe.each(assentKinds)('%s', (kind) => {
  const known = answersOf[kind]
  const decided = (given: readonly number[]) => {
    const counted = countAssent(
      kind,
      given.map((each) => ({ answer: known[each % known.length] ?? '', weight: 1 })),
    )
    return { counted, outcome: outcomeOfAssent(kind, counted, { majority: 'simple', roll: given.length }) }
  }

  test('is anonymous, counts every paper once, and one more voice for it never undoes it', () => {
    fc.assert(
      fc.property(answered, (given) => {
        const { counted, outcome } = decided(given)
        expect(decided(given.toReversed())).toEqual({ counted, outcome })
        expect(counted.tally.reduce((sum, { votes }) => sum + votes, 0)).toBe(given.length)
        if (outcome === 'adopted') expect(decided([...given, 0]).outcome).toBe('adopted')
      }),
    )
  })

  test('one who says no, where one is enough, stops it whatever the others say', () => {
    fc.assert(
      fc.property(answered, (given) => {
        const no = known.length - 1
        const { outcome } = decided([...given, no])
        expect(outcome === 'adopted').toBe(kind === 'favour' && decided(given).outcome === 'adopted')
      }),
    )
  })

  test('half of the papers are at the middle step or before it, and half at it or after', () => {
    fc.assert(
      fc.property(answered, (given) => {
        const { median } = decided(given).counted
        if (kind !== 'gradients' || given.length === 0) {
          expect(median).toBeNull()
          return
        }
        const at = known.findIndex((answer) => answer === median)
        expect(given.filter((each) => each <= at).length * 2).toBeGreaterThanOrEqual(given.length)
        expect(given.filter((each) => each >= at).length * 2).toBeGreaterThanOrEqual(given.length)
      }),
    )
  })
})

describe('budgets', () => {
  test('nothing costs more than there is, and nothing is funded twice', () => {
    fc.assert(
      fc.property(
        budgets,
        fc.constantFrom(...completions),
        fc.constantFrom(...utilities),
        (budget, completion, utility) => {
          const results = [
            countShares(budget, { completion, utility }),
            countGreedy(budget),
            countKnapsack(budget),
          ]
          for (const { funded, spent } of results) {
            const costs = funded.map((id) => budget.projects.find((project) => project.id === id)?.cost ?? 0)
            expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(spent)
            expect(Number(spent)).toBeLessThanOrEqual(budget.budget)
            expect(new Set(funded).size).toBe(funded.length)
          }
        },
      ),
    )
  })

  test('of sets with as many votes the cheapest is taken, then the one with the earlier project, and another is told', () => {
    fc.assert(
      fc.property(budgets, (budget) => {
        const wanted = budget.projects
          .map((_, project) => project)
          .filter((project) => votesOf(budget, project) > 0)
        let sets: number[][] = [[]]
        for (const project of wanted) sets = sets.flatMap((set) => [[...set, project], set])
        const costOf = (set: number[]) =>
          set.reduce((sum, each) => sum + (budget.projects[each]?.cost ?? 0), 0)
        const votesFor = (set: number[]) => set.reduce((sum, each) => sum + votesOf(budget, each), 0)
        const within = sets.filter((set) => costOf(set) <= budget.budget)
        const most = Math.max(...within.map(votesFor))
        // Sets come with the earlier project first, and sorting keeps that.
        const level = within.filter((set) => votesFor(set) === most).toSorted((a, b) => costOf(a) - costOf(b))
        const { funded, ties } = countKnapsack(budget)
        expect(funded.toSorted()).toEqual((level[0] ?? []).map((each) => `p${each}`).toSorted())
        expect(ties).toHaveLength(level.length > 1 ? 1 : 0)
        for (const { between, chosen } of ties) {
          const other = [
            ...funded.filter((id) => !chosen.includes(id)),
            ...between.filter((id) => !chosen.includes(id)),
          ]
          expect(
            level.some(
              (set) =>
                set
                  .map((each) => `p${each}`)
                  .toSorted()
                  .join() === other.toSorted().join(),
            ),
          ).toBe(true)
        }
      }),
    )
  })

  test('by votes: a project is level with those of as many votes that would fit too, and the rest says why it was not taken', () => {
    const budget: Budget = {
      title: '',
      budget: 50,
      unitsInCurrency: 1,
      projects: [30, 20, 20, 10, 5].map((cost, n) => ({ id: `p${n}`, name: '', cost })),
      votes: [
        [0, 1, 2],
        [0, 1, 2],
        [0, 3],
      ],
    }
    expect(countGreedy(budget)).toMatchObject({
      funded: ['p0', 'p1'],
      ties: [{ round: 2, between: ['p1', 'p2'], chosen: ['p1'], rule: 'votes-cost-list' }],
      unfunded: [
        { project: 'p2', votes: 2, why: 'over-what-was-left' },
        { project: 'p3', votes: 1, why: 'over-what-was-left' },
        { project: 'p4', votes: 0, why: 'no-votes' },
      ],
    })
    expect(countShares(budget, { completion: 'none', utility: 'cost' }).unfunded).toMatchObject([
      // p0 took 10 of each; a third of 50 less 10 is left to each of two.
      { project: 'p1', why: 'supporters-could-not-pay', has: { exact: '40/3', amount: '13.33' } },
      { project: 'p2', why: 'supporters-could-not-pay', has: { exact: '40/3', amount: '13.33' } },
      { project: 'p3', why: 'supporters-could-not-pay', has: { exact: '20/3', amount: '6.66' } },
      { project: 'p4', why: 'no-votes' },
    ])
  })

  test('Equal Shares is priceable: supporters alone pay, nobody more than their share, and nothing left could be paid', () => {
    fc.assert(
      fc.property(budgets, fc.constantFrom(...utilities), fc.nat(20), (budget, utility, raised) => {
        const voters = budget.votes.length
        const start = budget.budget + raised * voters
        const { bought } = shareEqually(prepare(budget), start, utility)
        // Exact fractions over the product of all denominators.
        const whole = bought.reduce((product, { price }) => product * price.denominator, BigInt(voters))
        const money = budget.votes.map(() => (BigInt(start) * whole) / BigInt(voters))
        for (const { project, price, full, rest } of bought) {
          const each = (price.numerator * whole) / price.denominator
          const cost = BigInt(budget.projects[project]?.cost ?? 0) * whole
          let paid = 0n
          for (const voter of [...full, ...rest]) {
            expect(budget.votes[voter]).toContain(project)
            const has = money[voter] ?? 0n
            const pays = full.includes(voter) ? each : has
            expect(pays <= has && pays <= each).toBe(true)
            money[voter] = has - pays
            paid += pays
          }
          expect(paid).toBe(cost)
        }
        for (const [project, { cost }] of budget.projects.entries()) {
          if (bought.some((each) => each.project === project)) continue
          const left = budget.votes.reduce(
            (sum, vote, voter) => (vote.includes(project) ? sum + (money[voter] ?? 0n) : sum),
            0n,
          )
          expect(left < BigInt(cost) * whole).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
