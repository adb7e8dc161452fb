import { expect, test } from 'vitest'
import { Schulze } from 'votes'
import { countPairs, countSchulze } from '#server/ballots/counting/schulze.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { randomElection } from './random-elections.ts'

/** https://www.npmjs.com/package/votes: another implementation of the strongest paths, by winning votes. */
test('ranks 1,000 random profiles with ties as the votes package does', () => {
  const chance = chanceFrom(2020)
  let tied = 0
  for (let n = 0; n < 1000; n++) {
    const election = { ...randomElection(chance, { candidates: 7, papers: 12 }), withdrawn: [] }
    const { candidates } = election
    const size = candidates.length
    const pairs = countPairs(election)
    const array = candidates.map((_, a) => candidates.map((__, b) => pairs[a * size + b] ?? 0))
    const theirs = new Schulze({ candidates: [...candidates], array }).ranking()
    const { order } = countSchulze(election, { seats: 1, tie: 'shared', seed: '' })
    expect(order.map((group) => group.toSorted())).toEqual(theirs.map((group) => group.toSorted()))
    if (order.some((group) => group.length > 1)) tied++
  }
  expect(tied).toBeGreaterThan(100)
})

test('the table of pairs counts equal ranks for neither, and whoever is not ranked as last', () => {
  const pairs = countPairs({
    title: '',
    candidates: ['a', 'b', 'c', 'd'],
    withdrawn: [],
    seats: null,
    papers: [{ weight: 5, positions: [0, [1, 2]] }],
  })
  expect([...pairs]).toEqual([0, 5, 5, 5, 0, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0, 0])
})
