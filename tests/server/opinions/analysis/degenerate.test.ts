import { expect, test } from 'vitest'
import { analyse, readVotes } from '#server/opinions/analysis/index.ts'

/** Lines of votes, without names: the first line's length says how many statements there are. */
function votes(rows: readonly (readonly (number | '')[])[], statements = rows[0]?.length ?? 0) {
  const titles = ['participant', ...Array.from({ length: statements }, (_, at) => at)]
  const lines = [titles, ...rows.map((row, at) => [at, ...row])]
  return readVotes(Buffer.from(lines.map((line) => line.join(',')).join('\n')), 'votes.csv')
}

/** Every number in it, at whatever depth. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

function rowsOf(count: number, row: readonly (number | '')[]) {
  return Array.from({ length: count }, () => row)
}

const everyone = rowsOf(50, [1, -1, 0, 1, 1, -1, 1, 1])

test.each([
  ['nobody', votes([], 5), {}],
  ['nobody and nothing', votes([]), {}],
  ['one person', votes(rowsOf(1, [1, -1, 0, 1, 1, 1, 1])), {}],
  ['one person who answered nothing', votes(rowsOf(1, ['', ''])), {}],
  ['one statement', votes(Array.from({ length: 30 }, (_, at) => [(at % 3) - 1])), {}],
  ['all alike', votes(everyone), {}],
  ['all pass', votes(rowsOf(50, [0, 0, 0, 0, 0, 0, 0])), {}],
  ['nobody answers', votes(rowsOf(50, ['', '', ''])), {}],
  ['a statement never answered', votes(Array.from({ length: 40 }, (_, at) => [at % 2 ? 1 : -1, 1, ''])), {}],
  ['all moderated', votes(everyone), { refused: ['0', '1', '2', '3', '4', '5', '6', '7'] }],
  ['all meta', votes(everyone), { meta: ['0', '1', '2', '3', '4', '5', '6', '7'] }],
  [
    'two camps, one against the other',
    votes(Array.from({ length: 40 }, (_, at) => Array<number>(9).fill(at % 2 ? 1 : -1))),
    {},
  ],
  [
    'two camps that share no statement',
    votes(Array.from({ length: 40 }, (_, at) => (at % 2 ? [1, -1, '', ''] : ['', '', 1, -1]))),
    {},
  ],
])('%s: every figure is a number', (_, read, options) => {
  const analysis = analyse(read, options)
  expect(numbersIn(analysis).filter((value) => !Number.isFinite(value))).toEqual([])
  for (const component of analysis.components) {
    const length = Math.hypot(...component)
    expect(length < 1e-12 || Math.abs(length - 1) < 1e-9).toBe(true)
  }
})

test('who cannot be told apart is not divided', () => {
  expect(analyse(votes(everyone))).toMatchObject({ k: 0, silhouette: {}, groupAwareConsensus: null })
  expect(analyse(votes(everyone)).consensus.agree).toEqual([0, 3, 4, 6, 7])
})

test('two camps are two groups, and what both hold is what every group accepts', () => {
  const camps = Array.from({ length: 40 }, (_, at) => [...Array<number>(8).fill(at % 4 ? 1 : -1), 1])
  const { k, groups, groupAwareConsensus } = analyse(votes(camps))
  expect(k).toBe(2)
  expect(groups.map(({ seen }) => seen[0])).toEqual([30, 10])
  expect(groupAwareConsensus!.indexOf(Math.max(...groupAwareConsensus!))).toBe(8)
})

test('a component as long as the first is found too', () => {
  // Two pairs of camps, each over its own statements and as large as the other: the largest eigenvalue comes twice.
  const quarters = Array.from({ length: 400 }, (_, at) => {
    const [one, other] = [at % 2 ? 1 : -1, at % 4 < 2 ? 1 : -1]
    return [...Array<number>(20).fill(one), ...Array<number>(20).fill(other)]
  })
  const { points } = analyse(votes(quarters))
  const places = points.x.reduce(
    (found, x, at) => found.add(`${x.toFixed(6)} ${points.y[at]!.toFixed(6)}`),
    new Set<string>(),
  )
  expect(places.size).toBe(4)
})

test.each([3, 7, 12])(
  'with %d statements nobody under min(7, statements) answers is grouped',
  (statements) => {
    const least = Math.min(7, statements)
    const read = votes(
      Array.from({ length: 120 }, (_, at) =>
        Array.from({ length: statements }, (_, column) =>
          column < at % (statements + 1) ? (at % 5 < 2 ? 1 : -1) : '',
        ),
      ),
    )
    const { votes: ordered, groupOf } = analyse(read)
    groupOf.forEach((group, row) => {
      const answers = ordered.starts[row + 1]! - ordered.starts[row]!
      expect(group >= 0).toBe(answers >= least)
    })
  },
)
