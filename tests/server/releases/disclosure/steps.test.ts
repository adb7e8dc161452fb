import { expect, test } from 'vitest'
import { guardTable } from '#server/releases/disclosure/guard-table.ts'
import { releaseTables } from '#server/releases/disclosure/release-tables.ts'
import { rounded, shareOf } from '#server/releases/disclosure/round.ts'
import { guardSeveral } from '#server/releases/disclosure/several.ts'
import { steps } from '#server/releases/disclosure/steps.ts'
import {
  thresholds,
  type CountTable,
  type Guarded,
  type Released,
  type Told,
} from '#server/releases/disclosure/tables.ts'
import { findings } from './flow-attacker.ts'
import { jointFindings } from './joint-attacker.ts'
import { chance, skewedPeople, tableOf } from './random-tables.ts'

// Each step of disclosure control is taken away in turn. What comes out must leak, or the step is for nothing.
const limits = thresholds(false)
const { k } = limits
const unaudited = { ...steps, audit: async () => [] }

function crossed(counts: number[][]): CountTable {
  return {
    axes: [
      { question: 'a', groups: groups('a', counts.length) },
      { question: 'b', groups: groups('b', counts[0]!.length) },
    ],
    counts,
  }
}

function groups(question: string, many: number): string[][] {
  return Array.from({ length: many }, (_, at) => [`${question}${at}`])
}

function single(counts: number[], question = 'a'): CountTable {
  return {
    axes: [{ question, groups: groups(question, counts.length) }],
    counts: counts.map((count) => [count]),
  }
}

function questionsOf(tables: readonly CountTable[]) {
  const all = new Map(
    tables.flatMap(({ axes }) => axes.map(({ question, groups }) => [question, groups.flat()])),
  )
  return [...all].map(([question, names]) => ({ question, names }))
}

const told = (tables: readonly Released[], people = 0): Told => ({ people, tables })

const smallMargin = crossed([
  [0, 3, 0],
  [20, 18, 9],
  [11, 14, 25],
  [9, 12, 17],
])

test('1a: a total of a few people is merged with its neighbour, and told without the step, whatever is hidden within', () => {
  const guarded = guardTable(smallMargin, k, steps)
  expect(findings(guarded, k)).toEqual([])
  expect(guarded.axes[0].groups[0]).toEqual(['a0', 'a1'])
  const allHidden = {
    ...steps,
    hideComplement: ({ counts }: CountTable) => counts.map((row) => row.map(() => true)),
  }
  expect(findings(guardTable(smallMargin, k, allHidden), k).join()).not.toContain('is told')
  expect(findings(guardTable(smallMargin, k, { ...allHidden, mergeMargins: (table) => table }), k)).toContain(
    'a total of 3 is told',
  )
})

const alike = crossed([
  [12, 0, 0, 0],
  [20, 18, 9, 15],
  [11, 14, 25, 22],
  [9, 12, 17, 13],
])

test('1b: where all of a line answered alike only the total is told, and everybody knows their answer without the step', () => {
  expect(findings(guardTable(alike, k, steps), k)).toEqual([])
  const without = {
    ...steps,
    alikeLines: (table: CountTable) => ({
      hidden: table.counts.map((row) => row.map(() => false)),
      needs: [],
    }),
  }
  expect(findings(guardTable(alike, k, without), k)).toContain('all 12 of a line are told to be alike')
})

const withSmall = crossed([
  [3, 18, 9, 15],
  [20, 18, 9, 15],
  [11, 14, 25, 22],
  [9, 12, 17, 13],
])

test('1c and 1d: a small cell is hidden behind two rectangles; with none it is recovered, with one an insider knows it', () => {
  expect(findings(guardTable(withSmall, k, steps), k)).toEqual([])
  const alone = {
    ...steps,
    hideComplement: ({ counts }: CountTable) => counts.map((row) => row.map((count) => count < k)),
  }
  expect(findings(guardTable(withSmall, k, alone), k)).toContain('a cell of 3 is recovered')
  const one = {
    ...steps,
    hideComplement: ({ counts }: CountTable) => counts.map((row, r) => row.map((_, c) => r < 2 && c < 2)),
  }
  expect(findings(guardTable(withSmall, k, one), k)).toContain(
    'a cell of 3 is known to whoever knows another',
  )
})

test('1e: a small cell of one question is hidden with at least two others, and comes back from the total alone', () => {
  const table = single([40, 3, 25, 12, 9])
  const guarded = guardTable(table, k, steps)
  expect(guarded.hidden.flat().filter(Boolean)).toHaveLength(3)
  expect(findings(guarded, k)).toEqual([])
  const naive = {
    ...steps,
    hideInOneWay: ({ counts }: CountTable) => ({
      hidden: counts.map(([count]) => [count! < k]),
      needs: [],
    }),
  }
  expect(findings(guardTable(table, k, naive), k)).toContain('a cell of 3 is recovered')
})

test('1e: what cannot be hidden is merged with its neighbour, and what everybody answered is not told', () => {
  expect(guardTable(single([40, 3]), k, steps).withheld).toBe('not-safe')
  expect(guardTable(single([0, 40, 0]), k, steps).withheld).toBe('all-alike')
  expect(guardTable(single([30, 1, 30, 0]), k, steps)).toMatchObject({
    withheld: null,
    hidden: [[true], [true], [true], [false]],
  })
})

test('2: the small category that a pair had to merge is merged alone too; else one table gives back what the other joined', async () => {
  const pair = crossed([
    [1, 2, 0, 0],
    [20, 18, 9, 15],
    [11, 14, 25, 22],
    [9, 12, 17, 13],
  ])
  const ofOne = single(pair.counts.map((row) => row.reduce((sum, count) => sum + count, 0)))
  const asked = [pair, ofOne]
  const attack = async (by: typeof steps) =>
    jointFindings([told(await releaseTables(asked, [], limits, by))], questionsOf(asked), k, {
      isInsider: true,
    })
  expect(await attack(unaudited)).toEqual([])
  expect(await attack({ ...unaudited, linkMargins: (tables) => [...tables] })).not.toEqual([])
})

test('2: a cell that stands in two tables is hidden in both, or it is read in the other', () => {
  const first = guardTable(withSmall, k, steps)
  const turnedOver: Guarded = {
    axes: [first.axes[1]!, first.axes[0]],
    counts: first.counts[0]!.map((_, column) => first.counts.map((row) => row[column]!)),
    hidden: first.counts[0]!.map(() => first.counts.map(() => false)),
    needs: [],
    withheld: null,
  }
  expect(isHiddenTwice([first, turnedOver])).toBe(false)
  expect(isHiddenTwice(steps.linkCells([first, turnedOver])!)).toBe(true)
})

// Of each hundred: 30 of a and 23 of b are among the 50 of c0, so that at least 3 are both.
const circle = [
  [
    [3, 0],
    [20, 6],
    [7, 8],
  ],
  [
    [12, 7],
    [0, 20],
    [0, 15],
  ],
  [
    [8, 6],
    [0, 9],
    [0, 14],
  ],
]
const inCircle = circle.flatMap((rows, a) =>
  rows.flatMap((cells, b) => cells.flatMap((many, c) => Array.from({ length: many }, () => [a, b, c]))),
)

test('3: three questions crossed in a circle tell more together than each pair; the audit finds it out', async () => {
  const asked = [
    [0, 1],
    [1, 2],
    [0, 2],
  ].map((questions) => tableOf(inCircle, [3, 3, 2], questions))
  const attack = async (by: typeof steps) =>
    jointFindings([told(await releaseTables(asked, [], limits, by))], questionsOf(asked), k)
  expect((await attack(unaudited)).join()).toContain('a cell of 3 is between 3')
  expect(await attack(steps)).toEqual([])
})

test('3: random circles and chains of questions tell nothing of a few people', async () => {
  let tables = 0
  for (let seed = 1; seed <= 12; seed++) {
    const random = chance(seed)
    const categories = [3, 3, 4]
    const people = skewedPeople(random, categories, 90 + Math.floor(random() * 120))
    const asked = [[0, 1], [1, 2], ...(seed % 2 ? [[0, 2]] : []), [0], [1], [2]].map((questions) =>
      tableOf(people, categories, questions),
    )
    const released = await releaseTables(asked, [], limits)
    expect(
      await jointFindings([told(released)], questionsOf(asked), k, { isInsider: seed <= 2 }),
      `seed ${seed}`,
    ).toEqual([])
    tables += released.filter(({ table }) => !table.withheld).length
  }
  expect(tables).toBeGreaterThan(24)
}, 30_000)

test('4: numbers go in fives, each by itself, and a share comes from them; an exact share would tell the count', () => {
  expect([0, 1, 2, 5, 7, 8, 12, 13, 103].map(rounded)).toEqual([0, 5, 5, 5, 5, 10, 10, 15, 105])
  const counts = Array.from({ length: 60 }, (_, at) => at + 20)
  const narrowest = (share: (count: number, base: number) => number | null) =>
    Math.min(
      ...counts.map(
        (count) =>
          counts.filter(
            (other) => rounded(other) === rounded(count) && share(other, 110) === share(count, 110),
          ).length,
      ),
    )
  expect(narrowest((count, base) => shareOf(count, base, limits.base))).toBeGreaterThanOrEqual(2)
  expect(narrowest(exact)).toBe(1)
  expect(shareOf(4, 19, limits.base)).toBeNull()
})

test('5: a later release that differs by a few people is not made; the earlier figures stand', async () => {
  const random = chance(7)
  const categories = [4, 3]
  const people = skewedPeople(random, categories, 160)
  const asked = (many: number) =>
    [[0, 1], [0], [1]].map((questions) => tableOf(people.slice(0, many), categories, questions))
  const first = told(await releaseTables(asked(120), [], limits), 120)
  const later = await releaseTables(asked(121), [first], limits)
  expect(later.every(({ isEarlier, table }) => isEarlier || table.withheld)).toBe(true)
  const attack = (released: readonly Released[]) =>
    jointFindings([first, told(released)], questionsOf(asked(1)), k)
  expect(await attack(later)).toEqual([])
  const without = await releaseTables(asked(121), [first], limits, { ...steps, mayFollow: () => true })
  expect(await attack(without)).toContain('1 came between')
})

test('5: releases over time tell nothing of those who came between, nor anything of those before', async () => {
  let followed = 0
  for (let seed = 1; seed <= 12; seed++) {
    const random = chance(100 + seed)
    const categories = [3, 3]
    const people = skewedPeople(random, categories, 400)
    const asked = (many: number) =>
      [[0, 1], [0], [1]].map((questions) => tableOf(people.slice(0, many), categories, questions))
    const releases: Told[] = []
    for (const many of [100, 103, 160, 400]) {
      const released = await releaseTables(asked(many), releases, limits)
      followed += released.filter(
        ({ isEarlier, table }) => !isEarlier && !table.withheld && releases.length > 0,
      ).length
      releases.push(told(released, many))
    }
    expect(
      await jointFindings(releases, questionsOf(asked(1)), k, { isInsider: seed <= 3 }),
      `seed ${seed}`,
    ).toEqual([])
  }
  expect(followed).toBeGreaterThan(0)
}, 30_000)

test('of choices that may be taken together, that one is hidden does not say that it is small', () => {
  expect(amongHundred([40, 3, 25, 12, 0]).hidden).toEqual([false, true, true, true, false])
  expect(amongHundred([97, 60, 50, 40]).hidden).toEqual([true, false, true, true])
  expect(amongHundred([3, 2, 1, 40]).hidden).toEqual([true, true, true, true])
  expect(amongHundred([3, 40]).withheld).toBe('not-safe')
  expect(amongHundred([100, 40]).withheld).toBe('all-alike')
})

test('fewer people than a table needs are told nothing of', async () => {
  const [released] = await releaseTables([single([10, 9])], [], limits)
  expect(released!.table.withheld).toBe('too-few')
})

function amongHundred(counts: number[]) {
  const choices = counts.map((_, at) => `a${at}`)
  return guardSeveral({ question: 'a', choices, counts, people: 100 }, k)
}

function exact(count: number, base: number): number {
  return Math.round((100 * count) / base)
}

function isHiddenTwice([one, other]: readonly Guarded[]): boolean {
  return one!.hidden.every((row, r) => row.every((hidden, c) => hidden === other!.hidden[c]![r]))
}
