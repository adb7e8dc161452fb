import { expect, test } from 'vitest'
import { Schulze, utils } from 'votes'
import type { Position } from '#server/ballots/counting/election.ts'
import { countPairs, countSchulze } from '#server/ballots/counting/schulze.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { randomElection } from './random-elections.ts'

/** https://www.npmjs.com/package/votes: another implementation of the pairs and of the strongest paths, by winning votes. */
test('ranks 1,000 random profiles with ties as the votes package does, from the papers on', () => {
  const chance = chanceFrom(2020)
  let tied = 0
  for (let n = 0; n < 1000; n++) {
    const election = { ...randomElection(chance, { candidates: 7, papers: 12 }), withdrawn: [] }
    const candidates = [...election.candidates]
    const size = candidates.length
    const ballots = election.papers.map(({ weight, positions }) => ({
      weight,
      ranking: rankingOf(positions, candidates),
    }))
    const matrix = utils.matrixFromBallots(utils.normalizeBallots(ballots, candidates), candidates)
    const pairs = countPairs(election)
    expect(matrix.array).toEqual(
      candidates.map((_, a) => Array.from(pairs.subarray(a * size, (a + 1) * size))),
    )
    const theirs = new Schulze(matrix).ranking()
    const { order } = countSchulze(election, { seats: 1, tie: 'shared', seed: '' })
    expect(order.map((group) => group.toSorted())).toEqual(theirs.map((group) => group.toSorted()))
    if (order.some((group) => group.length > 1)) tied++
  }
  expect(tied).toBeGreaterThan(100)
})

/** As the package wants papers: every name once, where it is marked first, and whoever is not ranked together at the end. */
function rankingOf(positions: readonly Position[], candidates: readonly string[]): string[][] {
  const seen = new Set<string>()
  const named = positions.map((position) =>
    [position].flat().flatMap((each) => {
      const name = candidates[each] ?? ''
      return seen.has(name) ? [] : (seen.add(name), [name])
    }),
  )
  return [...named, candidates.filter((name) => !seen.has(name))].filter((rank) => rank.length > 0)
}

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
