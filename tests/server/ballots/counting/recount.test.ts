import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { assentKinds, countAssent, hasQuorum, outcomeOfAssent } from '#server/ballots/counting/assent.ts'
import { countGreedy } from '#server/ballots/counting/count-by-votes.ts'
import { completions, countShares } from '#server/ballots/counting/count-shares.ts'
import { utilities } from '#server/ballots/counting/equal-shares.ts'
import { countKnapsack } from '#server/ballots/counting/knapsack.ts'
import { count, methods, type Method } from '#server/ballots/counting/methods.ts'
import { readElection } from '#server/ballots/counting/reading/read-election.ts'
import { majorities } from '#server/ballots/words.ts'
import { answersOf } from '#server/polls/words.ts'
import { writeBlt, writePabulib, writePoints } from '#server/ballots/counting/writing.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { randomBudget, randomElection, randomPoints } from './random-elections.ts'

const verifier = fileURLToPath(new URL('../../../verify/recount.py', import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) process.stderr.write('python3 is not here; the comparison with recount.py is skipped\n')

const elections = 1000

/** One process for all: starting Python a thousand times would take longer than counting. */
function recounted(asked: readonly Record<string, unknown>[]): unknown[] {
  const { stdout, stderr, status } = spawnSync('python3', [verifier, '--many'], {
    input: asked.map((each) => JSON.stringify(each)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

function compare(pairs: readonly { asked: Record<string, unknown>; ours: unknown }[]) {
  const theirs = recounted(pairs.map(({ asked }) => asked))
  expect(theirs).toHaveLength(pairs.length)
  // The first that differs is shown whole, with what was asked.
  for (const [index, { asked, ours }] of pairs.entries())
    expect({ asked, counted: theirs[index] }).toEqual({ asked, counted: ours })
}

describe.skipIf(!hasPython)('recount.py, which shares no code, counts the same', () => {
  test.each(methods.filter((method) => method !== 'score'))('%s', (method: Method) => {
    const chance = chanceFrom(methods.indexOf(method) + 1)
    compare(
      Array.from({ length: elections }, (_, n) => {
        const election = randomElection(chance, { candidates: 6, papers: 14 })
        const tie = n % 2 === 0 ? ('shared' as const) : ('lot' as const)
        const seed = String(n)
        const { winners, order } = count(method, election, { tie, seed })
        return {
          asked: { name: 'a.blt', text: writeBlt(election), method, tie, seed },
          ours: { winners, order, outcome: 'counted' },
        }
      }),
    )
  })

  test.each(['score', 'approval'] as const)('%s of points', (method) => {
    const chance = chanceFrom(77)
    compare(
      Array.from({ length: elections }, () => {
        const election = randomPoints(chance)
        const { winners, order } = count(method, election)
        return {
          asked: { name: 'a.csv', text: writePoints(election), method },
          ours: { winners, order, outcome: 'counted' },
        }
      }),
    )
  })

  test.each(completions.flatMap((completion) => utilities.map((utility) => ({ completion, utility }))))(
    'equal shares, $completion, $utility',
    (choices) => {
      const chance = chanceFrom(5)
      compare(
        Array.from({ length: elections }, () => {
          const budget = randomBudget(chance)
          const { funded, spent } = countShares(budget, choices)
          return {
            asked: { name: 'a.pb', text: writePabulib(budget), method: 'equal-shares', ...choices },
            ours: { funded, spent: String(spent), outcome: 'counted' },
          }
        }),
      )
    },
  )

  test.each([
    { method: 'greedy', counted: countGreedy },
    { method: 'knapsack', counted: countKnapsack },
  ])('$method', ({ method, counted }) => {
    const chance = chanceFrom(9)
    compare(
      Array.from({ length: elections }, () => {
        const budget = randomBudget(chance)
        const { funded, spent } = counted(budget)
        return {
          asked: { name: 'a.pb', text: writePabulib(budget), method },
          ours: { funded, spent: String(spent), outcome: 'counted' },
        }
      }),
    )
  })

  test.each(assentKinds)('%s', (method) => {
    const chance = chanceFrom(21)
    compare(
      Array.from({ length: elections }, () => {
        const known: readonly string[] = answersOf[method]
        // Few who say no, so that consent is found too.
        const answers = Array.from({ length: Math.floor(chance.between(0, 12)) }, () => ({
          answer: chance.happens(0.6) ? (known[0] ?? '') : chance.pick(known),
          weight: 1,
        }))
        const asked = {
          method,
          majority: chance.pick(majorities),
          roll: answers.length + Math.floor(chance.between(0, 6)),
          quorum: chance.pick([0, 34, 50, 67, 100]),
        }
        const counted = countAssent(method, answers)
        const decided = outcomeOfAssent(method, counted, asked)
        return {
          asked: {
            name: 'a.csv',
            text: `vote\n${answers.map(({ answer }) => `${answer}\n`).join('')}`,
            ...asked,
          },
          ours: {
            tally: Object.fromEntries(counted.tally.map(({ answer, votes }) => [answer, votes])),
            median: counted.median,
            outcome: hasQuorum({ ballots: counted.ballots, ...asked }) ? decided : 'no-quorum',
          },
        }
      }),
    )
  })

  test('names with signs that a format or a spreadsheet reads otherwise draw the same lot', () => {
    const names = [
      '=1+1',
      "'=1+1",
      '-2',
      '+3',
      '@home',
      "'quoted'",
      '"Il Ponte"',
      'a "b" c',
      ',',
      'x, y; z',
      '#1',
      '0',
      'Ballot',
      'Choice 1',
      'weight',
      '"',
      "'",
    ]
    const level = { title: 'The "title"', candidates: names, withdrawn: [], seats: 1 }
    const ranked = { ...level, papers: names.map((_, positions) => ({ weight: 1, positions: [positions] })) }
    const pointed = { ...level, papers: [{ weight: 1, positions: [], points: names.map(() => 1) }] }
    const seeds = Array.from({ length: 40 }, (_, n) => `seed ${n}`)
    compare(
      seeds.flatMap((seed) =>
        [
          { name: 'a.blt', method: 'approval' as const, election: ranked, text: writeBlt(ranked) },
          { name: 'a.blt', method: 'irv' as const, election: ranked, text: writeBlt(ranked) },
          { name: 'a.csv', method: 'score' as const, election: pointed, text: writePoints(pointed) },
        ].map(({ name, method, election, text }) => {
          const { winners, order } = count(method, election, { tie: 'lot', seed })
          const again = count(method, readElection({ file: name, text }, 'points'), { tie: 'lot', seed })
          expect({ winners: again.winners, order: again.order }).toEqual({ winners, order })
          return {
            asked: { name, text, method, tie: 'lot', seed },
            ours: { winners, order, outcome: 'counted' },
          }
        }),
      ),
    )
  })

  test('a budget of millions, and forty projects, are recounted at once', () => {
    const chance = chanceFrom(4)
    const few = {
      title: '',
      budget: 900_000_000,
      unitsInCurrency: 1,
      projects: Array.from({ length: 8 }, (_, n) => ({
        id: `p${n}`,
        name: '',
        cost: Math.floor(chance.between(10_000_000, 400_000_000)),
      })),
      votes: Array.from({ length: 10 }, (_, n) => [n % 8, (n * 3 + 1) % 8]),
    }
    const many = {
      ...few,
      projects: Array.from({ length: 40 }, (_, n) => ({
        id: `p${n}`,
        name: '',
        cost: Math.floor(chance.between(10_000_000, 90_000_000)),
      })),
      votes: Array.from({ length: 60 }, () => [
        ...new Set([0, 1, 2, 3, 4].map(() => Math.floor(chance.between(0, 40)))),
      ]),
    }
    const shares = countShares(few, { completion: 'add1', utility: 'cost' })
    const best = countKnapsack(many)
    const began = performance.now()
    compare([
      {
        asked: { name: 'a.pb', text: writePabulib(few), method: 'equal-shares' },
        ours: { funded: shares.funded, spent: String(shares.spent), outcome: 'counted' },
      },
      {
        asked: { name: 'a.pb', text: writePabulib(many), method: 'knapsack' },
        ours: { funded: best.funded, spent: String(best.spent), outcome: 'counted' },
      },
    ])
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
