import { expect, test } from 'vitest'
import { analyse, readVotes } from '#server/opinions/analysis/index.ts'
import { figuresOf, stepped } from '#server/opinions/figures.ts'
import { type Told, tellNext } from '#server/opinions/told.ts'
import { saidOf } from '#server/opinions/words.ts'
import { randomFrom } from '#server/opinions/analysis/random.ts'
import { twoCamps } from '#tests/support/opinions.ts'

type Row = readonly (1 | 0 | -1 | null)[]

function analysed(rows: readonly Row[], fewest = 5) {
  const lines = [
    ['participant', ...rows[0]!.keys()],
    ...rows.map((row, at) => [at, ...row.map((vote) => vote ?? '')]),
  ]
  return analyse(readVotes(Buffer.from(lines.map((line) => line.join(',')).join('\n')), 'v'), { fewest })
}

function told(
  rows: readonly Row[],
  { before = null, fewest = 5 }: { before?: Told | null; fewest?: number } = {},
) {
  const analysis = analysed(rows, fewest)
  const letters = analysis.groups.map((_, group) => 'ABCDE'[group]!)
  return tellNext(analysis, letters, { before, fewest })
}

function figures(rows: readonly Row[]) {
  const next = told(rows)
  return next && figuresOf(next)
}

function eachStepped(answers: Told['all']): Told['all'] {
  return Object.fromEntries(
    Object.entries(answers).map(([number, counts]) => [
      number,
      counts.map((count) => stepped(count, 5)) as typeof counts,
    ]),
  )
}

/** As if every count were what is shown of it. */
function inSteps(given: Told): Told {
  return {
    ...given,
    participants: stepped(given.participants, 5),
    grouped: stepped(given.grouped, 5),
    groups: Object.fromEntries(
      Object.entries(given.groups).map(([letter, { size, answers }]) => [
        letter,
        { size: stepped(size, 5), answers: eachStepped(answers) },
      ]),
    ),
    all: eachStepped(given.all),
  }
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
  expect(one).toEqual(other)
  expect(one.statements[0]).toMatchObject({ groups: [{ seen: 30 }, null], all: { seen: 30 }, accepted: null })
  expect(one.bridges).not.toContain(0)
})

test('whoever answered too little to be in a group is in no number beside the count of people', () => {
  const camps = twoCamps(30, 20)
  const stray = (vote: 1 | -1): Row[] => [...camps, [null, vote, null, null, null, null, null, null]]
  expect(figures(stray(1))).toEqual(figures(stray(-1)))
  expect(figures(stray(1))).toMatchObject({ grouped: 50, participants: 50 })
})

function fifteenAndFive(dissents: boolean): Row[] {
  return twoCamps(15, 5).map((row, at) => (at === 19 && dissents ? [...row.slice(0, 7), -1] : row))
}

test('one who dissents in a small camp is in no figure: nothing is shown but what steps of five say', () => {
  const [all, butOne] = [figures(fifteenAndFive(false))!, figures(fifteenAndFive(true))!]
  expect(all.statements[7]!.groups[1]).toEqual({ agree: 5, disagree: 0, pass: 0, seen: 5 })
  expect(butOne.statements[7]!.groups[1]).toEqual({ agree: 5, disagree: 5, pass: 0, seen: 5 })
  expect(figuresOf(inSteps(told(fifteenAndFive(true))!))).toEqual(butOne)
  // 4 of 5 agree, and it may as well be 1 of 5: no bridge, and no per cent.
  expect([all.bridges, butOne.bridges]).toEqual([[7], []])
  expect(saidOf(butOne.statements[7]!.groups[1]!, 5)).toEqual({ most: 'mixed', shares: null })
})

test('every bridge is said of every group as a bridge, in per cents only from twenty people on', () => {
  const found = figures(twoCamps(30, 10))!
  expect(found.bridges).toEqual([7])
  const [a, b] = found.statements[7]!.groups
  expect(saidOf(a!, 5)).toEqual({ most: 'agree', shares: { agree: 100, disagree: 0 } })
  expect(saidOf(b!, 5)).toEqual({ most: 'agree', shares: null })
})

test('a number moves only once five people have, and all others with their own five', () => {
  const first = told(twoCamps(30, 20))!
  expect(told(twoCamps(34, 24), { before: first })).toEqual({
    ...first,
    participants: 58,
    grouped: 58,
    all: expect.anything() as Told['all'],
  })
  const second = told(twoCamps(34, 25), { before: first })!
  expect([second.groups['A']!.size, second.groups['B']!.size]).toEqual([30, 25])
  expect(second.groups['A']).toEqual(first.groups['A'])
  // A group that is gone for now comes back with what was told of it.
  expect(told(twoCamps(40, 0), { before: second })!.letters).toEqual([])
  expect(told(twoCamps(34, 25), { before: told(twoCamps(40, 0), { before: second }) })!.groups).toEqual(
    second.groups,
  )
})

test('where it is sensitive nothing is told of fewer than ten, and nothing at all under forty', () => {
  expect(told(twoCamps(20, 19), { fewest: 10 })).toBeNull()
  expect(told(twoCamps(36, 9), { fewest: 10 })!.letters).toEqual([])
  const next = told(twoCamps(30, 12), { fewest: 10 })!
  expect(next.letters).toEqual(['A', 'B'])
  const shown = figuresOf(next)
  expect(shown.groups.map(({ size }) => size)).toEqual([30, 10])
  const counts = shown.statements.flatMap(({ all, groups }) =>
    [all, ...groups].flatMap((each) => (each ? Object.values(each) : [])),
  )
  expect(counts.length).toBeGreaterThan(20)
  expect(counts.filter((count) => count % 10 !== 0)).toEqual([])
  expect(told(twoCamps(39, 12), { before: next, fewest: 10 })).toEqual({
    ...next,
    all: expect.anything() as Told['all'],
  })
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
    const next = told(rows)
    if (!next) continue
    shown++
    const found = figuresOf(next)
    expect(figuresOf(inSteps(next)), 'a function of the steps alone').toEqual(found)
    for (const number of found.bridges)
      for (const answers of found.statements.find((each) => each.number === number)!.groups)
        expect(saidOf(answers!, 5).most).toBe('agree')
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
  [0, 0, 0],
  [1, 5, 10],
  [7, 5, 10],
  [8, 10, 10],
  [212, 210, 210],
  [215, 215, 220],
])('%d people are told as %d, and where it is sensitive as %d', (people, told, sensitive) => {
  expect([stepped(people, 5), stepped(people, 10)]).toEqual([told, sensitive])
})
