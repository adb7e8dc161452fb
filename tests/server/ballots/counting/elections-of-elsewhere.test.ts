import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countGreedy } from '#server/ballots/counting/count-by-votes.ts'
import { countShares } from '#server/ballots/counting/count-shares.ts'
import { count } from '#server/ballots/counting/methods.ts'
import { readBlt } from '#server/ballots/counting/reading/blt.ts'
import { readPabulib } from '#server/ballots/counting/reading/pabulib.ts'
import { readElection } from '#server/ballots/counting/reading/read-election.ts'
import { tavolo } from '../../commands/tavolo.ts'
import { burlingtonBlt, electionFile, electionPath } from './elections/elections.ts'

describe('elections of elsewhere come out as they did', () => {
  test('Burlington 2009: three methods, three winners', () => {
    const election = readBlt({ file: 'burlington.blt', text: burlingtonBlt() })
    expect(count('irv', election).winners).toEqual(['Kiss'])
    expect(count('schulze', election).winners).toEqual(['Montroll'])
    expect(count('plurality', election).winners).toEqual(['Wright'])
    expect(count('irv', election)).toMatchObject({
      ballots: 8833,
      rounds: [{ exhausted: 0 }, { exhausted: 455 }],
    })
  })

  test('Debian 2020: the whole order, and the table of pairs', () => {
    const election = readElection(electionFile('debian-leader-2020.tally.txt'), 'ranks')
    const { ballots, order, pairwise } = count('schulze', election)
    expect(ballots).toBe(339)
    expect(order).toEqual([['Jonathan Carter'], ['Sruthi Chandran'], ['Brian Gupta'], ['None Of The Above']])
    expect(pairwise?.preferred).toEqual([
      [0, 258, 281, 301],
      [57, 0, 163, 244],
      [40, 114, 0, 194],
      [34, 76, 125, 0],
    ])
  })

  test('Assen 2024: Equal Shares with add1 funds the official nine', () => {
    const budget = readPabulib(electionFile('assen-2024.pb'))
    const official = countShares(budget, { completion: 'add1', utility: 'cost' })
    expect(official.funded).toEqual(['3', '9', '2', '11', '13', '14', '5', '6', '12'])
    // The 844th would have cost too much.
    expect(official).toMatchObject({ spent: 76_700, budget: 100_000, increments: 843, voters: 84 })
    expect(countShares(budget, { completion: 'none', utility: 'cost' })).toMatchObject({
      funded: ['3', '9', '2', '13', '11', '14', '12'],
      spent: 60_700,
    })
    expect(countShares(budget, { completion: 'none', utility: 'cardinality' })).toMatchObject({
      funded: ['13', '12', '3', '14', '5', '2', '9'],
      spent: 50_700,
    })
    expect(countGreedy(budget)).toMatchObject({
      funded: ['3', '9', '8', '2', '11', '13', '14'],
      spent: 99_200,
    })
  })
})

test('much money and few voters: the steps that change nothing are not run one by one', () => {
  const budget = {
    title: '',
    budget: 900_000_000,
    unitsInCurrency: 1,
    projects: Object.entries({ a: 400_000_000, b: 300_000_000, c: 350_000_000 }).map(([id, cost]) => ({
      id,
      name: id,
      cost,
    })),
    votes: [[0], [0, 1], [1], [2]],
  }
  const began = performance.now()
  // b comes first: its two supporters and a's are as many, and it costs less.
  expect(countShares(budget, { completion: 'add1', utility: 'cost' })).toMatchObject({
    funded: ['b', 'a'],
    spent: 700_000_000,
    increments: 124_999_999,
  })
  expect(performance.now() - began).toBeLessThan(1000)
})

describe('at the command line', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-count-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a count as one object', async () => {
    const file = join(folder, 'burlington.blt')
    writeFileSync(file, burlingtonBlt())
    const { out } = await tavolo('count', file, '--method', 'schulze', '--json')
    expect(JSON.parse(out)).toMatchObject({
      method: 'schulze',
      seats: 1,
      ballots: 8833,
      winners: ['Montroll'],
      order: [['Montroll'], ['Kiss'], ['Wright']],
      rounds: [{ elected: ['Montroll'] }],
      ties: [],
      rules: { strength: 'winning-votes', unranked: 'last' },
    })
  })

  test('shares as one object, and as a person reads them', async () => {
    const file = electionPath('assen-2024.pb')
    const { out } = await tavolo('shares', file, '--json')
    expect(JSON.parse(out)).toMatchObject({
      funded: ['3', '9', '2', '11', '13', '14', '5', '6', '12'],
      spent: 76_700,
      budget: 100_000,
      completion: 'add1',
      utility: 'cost',
    })
    const read = await tavolo('shares', file, '--completion', 'none')
    expect(read.out).toContain('Funded: 3, 9, 2, 13, 11, 14, 12\nSpent: 60700 of 100000\n')
    expect(read.out).toContain('43 paid 7200/43 (167.44)')
  })

  test('what cannot be read is said with line and reason, and nothing is guessed', async () => {
    const file = join(folder, 'broken.blt')
    writeFileSync(file, '2 1\n1 3 0\n0\n"A"\n"B"\n')
    expect(await tavolo('count', file, '--method', 'irv')).toMatchObject({
      status: 2,
      out: '',
      said: `${file}, line 2: "3" is not a candidate from 1 to 2\n`,
    })
    expect(await tavolo('count', file)).toMatchObject({ status: 2, out: '' })
    expect(await tavolo('count', file, '--method', 'borda')).toMatchObject({ status: 2, out: '' })
    expect(await tavolo('count', file, '--method', 'irv', '--seats', '2')).toMatchObject({ status: 2 })
    expect(await tavolo('count', join(folder, 'absent.blt'), '--method', 'irv')).toMatchObject({ status: 2 })
    expect(await tavolo('shares', electionPath('assen-2024.pb'), '--utility', 'votes')).toMatchObject({
      status: 2,
    })
  })
})
