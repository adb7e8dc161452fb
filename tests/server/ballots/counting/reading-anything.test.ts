import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countGreedy } from '#server/ballots/counting/count-by-votes.ts'
import { countShares } from '#server/ballots/counting/count-shares.ts'
import { count, methods } from '#server/ballots/counting/methods.ts'
import { readAnswers } from '#server/ballots/counting/reading/answers.ts'
import { readPabulib } from '#server/ballots/counting/reading/pabulib.ts'
import { readElection } from '#server/ballots/counting/reading/read-election.ts'
import { Unreadable } from '#server/unreadable.ts'

const head =
  '# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n'
const files = [
  ['a.blt', '3 2\n-3\n2 1 2=3 0\n1 - 2 0 # one\n1 0\n0\n"Ada"\n"Be ""a"""\n"Cid"\n"Title"\n'],
  ['a.toi', `${head}3: 1,{2,3}\n2: 2\n`],
  ['a.soc', '3\n1,Ada\n2,Bea\n3,Cid\n5,5,2\n3,1,2,3\n2,2,3,1\n'],
  ['a.txt', 'Option 1->: A\nOption 2->: B\nV: 21\nV: 1-\n'],
  ['a.csv', 'voter,Ada,"Bea, B",weight\nx,2,1,3\ny,,1,1\n'],
  ['a.csv', 'rank1,rank2,rank3\nAda,overvote,Bea\nskipped,Bea,\n'],
  ['a.csv', "papers,'=Ada,Ballot\n2,3,\n1,,1\n"],
] as const

/** What stands in files that were cut, edited by hand, or made to break a reader. */
const pieces = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    '999999999999',
    '9007199254740993',
    '1e9',
    '=',
    '-',
    '"',
    "'",
    ',',
    ';',
    '{',
    '}',
    ':',
    '#',
  ),
  fc.constantFrom(
    '\n',
    '\r',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '__proto__',
    'META',
    'VOTES',
    'weight',
    'votes',
    'ballot',
  ),
  fc.string({ maxLength: 3 }),
)
const edits = fc.array(fc.tuple(fc.nat(300), fc.nat(12), pieces), { minLength: 1, maxLength: 4 })

function edited(text: string, changes: readonly (readonly [number, number, string])[]): string {
  return changes.reduce((now, [at, gone, piece]) => {
    const place = at % (now.length + 1)
    return now.slice(0, place) + piece + now.slice(place + gone)
  }, text)
}

/** Either it is read, or it is said where and why not: a raw error would end the command with a stack. */
function readOr<Read>(read: () => Read): Read | undefined {
  try {
    return read()
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable)
    return undefined
  }
}

describe('a file that anything was done to is read and counted, or refused with a reason', () => {
  test.each(files)('%s: %j', (file, text) => {
    fc.assert(
      fc.property(edits, fc.constantFrom(...methods), (changes, method) => {
        const isPoints = method === 'score' || method === 'approval'
        const given = { file, text: edited(text, changes) }
        const election = readOr(() => readElection(given, isPoints ? 'points' : 'ranks'))
        if (!election) return
        const { order } = count(method, election, { tie: 'lot', seed: 'x' })
        expect(new Set(order.flat()).size).toBe(order.flat().length)
      }),
      { numRuns: 300 },
    )
  })

  test('a budget', () => {
    const text =
      'META\nkey;value\nbudget;10.50\nnum_votes;2\nvote_type;approval\nPROJECTS\nproject_id;cost;name\na;10.25;"A; a"\nb;0,30;B\nVOTES\nvoter_id;vote\n1;a,b\n2;\n'
    fc.assert(
      fc.property(edits, (changes) => {
        const budget = readOr(() => readPabulib({ file: 'a.pb', text: edited(text, changes) }))
        if (!budget) return
        expect(countGreedy(budget).ballots).toBe(budget.votes.length)
        expect(countShares(budget, { completion: 'add1', utility: 'cost' }).voters).toBe(budget.votes.length)
      }),
      { numRuns: 500 },
    )
  })

  test('answers', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const text = edited('vote\nfor\nagainst\nabstain\n', changes)
        const answers =
          readOr(() => readAnswers({ file: 'a.csv', text }, ['for', 'against', 'abstain'])) ?? []
        for (const { weight } of answers) expect(weight).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})
