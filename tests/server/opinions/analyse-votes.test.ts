import { expect, test } from 'vitest'
import { analyseVotes, type VotesToAnalyse } from '#server/opinions/analyse-votes.ts'
import { placeGroups } from '#server/opinions/place-groups.ts'
import { randomFrom } from '#server/opinions/analysis/random.ts'
import { twoCamps } from '#tests/support/opinions.ts'

type Row = readonly (1 | 0 | -1 | null)[]

function packed(rows: readonly Row[]): Pick<VotesToAnalyse, 'starts' | 'answers' | 'statements'> {
  const answers = rows.map((row) =>
    row.flatMap((vote, number) => (vote === null ? [] : [3 * number + vote + 1])),
  )
  const starts = new Uint32Array(rows.length + 1)
  answers.forEach(({ length }, row) => (starts[row + 1] = starts[row]! + length))
  const statements = Array.from({ length: 8 }, (_, number) => ({ number, isRefused: false, isMeta: false }))
  return { starts, answers: Uint16Array.from(answers.flat()), statements }
}

function analysed(
  rows: readonly Row[],
  { before = {}, released = null, fewest = 5 }: Partial<VotesToAnalyse> = {},
) {
  return analyseVotes({ ...packed(rows), before, released, fewest })
}

const camps = twoCamps(30, 20)
const first = { ...packed(camps), told: analysed(camps).release!.told }

test.each<[string, Row[], boolean]>([
  ['the same people in another order', [...camps].reverse(), false],
  ['four who came', [...camps, ...twoCamps(2, 2)], false],
  ['five who came', [...camps, ...twoCamps(3, 2)], true],
  ['four who changed their mind', [...twoCamps(26, 20), ...twoCamps(0, 4)], false],
  ['five who changed their mind', [...twoCamps(25, 20), ...twoCamps(0, 5)], true],
  ['one who answered all anew and three who came', [...twoCamps(29, 20), ...twoCamps(3, 1)], false],
])('%s make a release or none', (_, rows, isReleased) => {
  const { release } = analysed(rows, { released: first })
  expect(release !== null).toBe(isReleased)
})

test('once it is said to be sensitive it is told anew, by the larger measure', () => {
  expect(analysed(camps, { released: first, fewest: 10 }).release!.published.fewest).toBe(10)
})

test('groups keep their letters through a stream of votes, also where for a while there are none', () => {
  const random = randomFrom(3)
  const alike = Array.from({ length: 40 }, () => Array<1>(8).fill(1))
  let frame = analysed(twoCamps(30, 20)).frame
  const leaning = (letter: string) => {
    const [agreed, disagreed, seen] = frame[letter]![0]!
    return (agreed - disagreed) / seen
  }
  const before = [leaning('A'), leaning('B')]
  expect(before).toEqual([1, -1])
  for (let turn = 0; turn < 12; turn++) {
    const rows = turn % 4 === 3 ? alike : twoCamps(20 + Math.floor(random() * 9), 22 + 2 * turn)
    const next = analysed(rows, { before: frame })
    expect(next.release!.published.groups.map(({ letter }) => letter)).toEqual(
      turn % 4 === 3 ? [] : ['A', 'B'],
    )
    frame = next.frame
    expect([leaning('A'), leaning('B')]).toEqual(before)
  }
})

/** Of twenty people, on two statements that part them and one that does not. */
function counts(agreed: number) {
  return {
    agreed: Uint32Array.of(agreed, agreed, 10),
    disagreed: Uint32Array.of(20 - agreed, 20 - agreed, 10),
    seen: Uint32Array.of(20, 20, 20),
  }
}

test('on the map groups lie as far apart as their leanings, and one in between lies there', () => {
  const [a, b, c] = placeGroups([counts(20), counts(0), counts(10)])
  const width = 0.82
  expect([a, b, c]).toEqual([
    { x: -width, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: 0 },
  ])
  expect(placeGroups([counts(5), counts(5)])).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ])
  expect(placeGroups([])).toEqual([])
})
