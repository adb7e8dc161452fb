import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { countGreedy, countKnapsack } from '#server/ballots/counting/count-by-votes.ts'
import { completions, countShares } from '#server/ballots/counting/count-shares.ts'
import { utilities } from '#server/ballots/counting/equal-shares.ts'
import { count, methods, type Method } from '#server/ballots/counting/methods.ts'
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
          ours: { winners, order },
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
        return { asked: { name: 'a.csv', text: writePoints(election), method }, ours: { winners, order } }
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
            ours: { funded, spent: String(spent) },
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
          ours: { funded, spent: String(spent) },
        }
      }),
    )
  })
})
