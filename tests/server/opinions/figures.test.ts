import { expect, test } from 'vitest'
import { analyse, readVotes } from '#server/opinions/analysis/index.ts'
import { figuresOf, stepped } from '#server/opinions/figures.ts'
import { randomFrom } from '#server/opinions/analysis/random.ts'
import { twoCamps } from '#tests/support/opinions.ts'

type Row = readonly (1 | 0 | -1 | null)[]

function analysed(rows: readonly Row[]) {
  const lines = [
    ['participant', ...rows[0]!.keys()],
    ...rows.map((row, at) => [at, ...row.map((vote) => vote ?? '')]),
  ]
  return analyse(readVotes(Buffer.from(lines.map((line) => line.join(',')).join('\n')), 'v'), { fewest: 5 })
}

function figures(rows: readonly Row[]) {
  const analysis = analysed(rows)
  return figuresOf(
    analysis,
    analysis.groups.map((_, group) => 'ABCDE'[group]!),
  )
}

test('what every group accepts is a bridge, what they see otherwise divides', () => {
  const found = figures(twoCamps(30, 20))!
  expect(found).toMatchObject({ grouped: 50, participants: 50, bridges: [7], divides: [0, 1, 2, 3, 4, 5, 6] })
  expect(found.groups).toMatchObject([
    { letter: 'A', size: 30 },
    { letter: 'B', size: 20 },
  ])
  expect(found.groups[1]!.holds[0]).toMatchObject({ direction: 'disagree' })
  expect(found.statements[7]).toMatchObject({ all: { agree: 50, disagree: 0, pass: 0, seen: 50 } })
})

test('under twenty people nothing is shown, and a group of four is none', () => {
  expect(figures(twoCamps(10, 9))).toBeNull()
  expect(figures(twoCamps(30, 4))!.groups.every(({ size }) => size >= 5)).toBe(true)
  expect(figures(twoCamps(30, 4))!.groups).toEqual([])
})

function fewOfB(said: 1 | -1) {
  return [
    ...twoCamps(30, 0, 10),
    ...twoCamps(0, 20, 10).map((row, at) => [at < 4 ? said : null, ...row.slice(1)]),
  ]
}

test('of a statement that few of a group saw, that group is in no number at all', () => {
  // All of A saw the first statement, and just four of B: whatever B said to it cannot be found in any figure.
  const [one, other] = [figures(fewOfB(1))!, figures(fewOfB(-1))!]
  expect(one.statements[0]).toEqual(other.statements[0])
  expect(one.statements[0]).toMatchObject({ groups: [{ seen: 30 }, null], all: { seen: 30 }, accepted: null })
  expect(one.bridges).not.toContain(0)
})

test('whoever answered too little to be in a group is in no number beside the count of people', () => {
  const camps = twoCamps(30, 20)
  const stray = (vote: 1 | -1): Row[] => [...camps, [null, vote, null, null, null, null, null, null]]
  expect(figures(stray(1))!.statements).toEqual(figures(stray(-1))!.statements)
})

test('in a thousand random consultations every number is in steps, and none is about fewer than five', () => {
  const random = randomFrom(11)
  let shown = 0
  for (let turn = 0; turn < 1000; turn++) {
    const people = 5 + Math.floor(random() * 60)
    const rows = Array.from({ length: people }, () => {
      const camp = random() < 0.3 ? -1 : 1
      return Array.from({ length: 9 }, (_, at) =>
        random() < 0.3 ? null : random() < 0.2 ? 0 : at % 2 ? camp : 1,
      )
    })
    const analysis = analysed(rows)
    const found = figuresOf(
      analysis,
      analysis.groups.map((_, group) => 'ABCDE'[group]!),
    )
    if (!found) continue
    shown++
    const numbers = found.statements.flatMap(({ all, groups }) =>
      [all, ...groups].flatMap((each) => (each ? Object.values(each) : [])),
    )
    for (const number of [
      ...numbers,
      found.grouped,
      found.participants,
      ...found.groups.map(({ size }) => size),
    ])
      expect(number % 5).toBe(0)
    analysis.groups.forEach(({ seen }, group) =>
      found.statements.forEach(({ groups, number }) => {
        if (seen[number]! < 5) expect(groups[group]).toBeNull()
      }),
    )
    for (let group = 0; group < analysis.k; group++)
      expect(analysis.groupOf.filter((each) => each === group).length).toBeGreaterThanOrEqual(5)
    expect(JSON.stringify(found)).not.toMatch(/null,"y"|NaN/)
  }
  expect(shown).toBeGreaterThan(500)
})

test.each([
  [0, 0],
  [1, 5],
  [7, 5],
  [8, 10],
  [212, 210],
])('%d people are told as %d', (people, told) => {
  expect(stepped(people)).toBe(told)
})
