import { expect, test } from 'vitest'
import { shownCounts, steadied } from '#server/briefs/shown-counts.ts'

const fewest = 5

/** Every table of so many cells, each up to so many people. */
function* tables(cells: number, most: number): Generator<number[]> {
  if (cells === 0) return void (yield [])
  for (const rest of tables(cells - 1, most))
    for (let count = 0; count <= most; count += 1) yield [count, ...rest]
}

test.each([
  [[12, 30, 8], { total: 50, cells: [12, 30, 8] }],
  [[0, 30, 8], { total: 38, cells: [0, 30, 8] }],
  [[0, 0], { total: 0, cells: [0, 0] }],
  [[3, 1], { total: null, cells: [null, null] }],
  [[3, 20], { total: 23, cells: [null, null] }],
  [[3, 20, 40], { total: 63, cells: [null, null, null] }],
  [[3, 20, 7, 40, 9], { total: 79, cells: [null, null, null, null, null] }],
  [[4], { total: null, cells: [null] }],
])('counts %j are shown as %j', (counts, shown) => {
  expect(shownCounts(counts, fewest)).toEqual(shown)
})

test('no number shown is about fewer than five people', () => {
  for (const counts of tables(4, 9)) {
    const { total, cells } = shownCounts(counts, fewest)
    for (const shown of [total, ...cells]) expect(shown === null || shown === 0 || shown >= fewest).toBe(true)
  }
})

test('what is hidden cannot be had by subtraction: alone it could be nobody, or five and more', () => {
  for (const counts of tables(4, 12)) {
    const { total, cells } = shownCounts(counts, fewest)
    const hidden = cells.filter((shown) => shown === null).length
    if (total === null || hidden === 0) continue
    const sumHidden = total - cells.reduce<number>((sum, shown) => sum + (shown ?? 0), 0)
    expect(hidden).toBeGreaterThan(1)
    expect(sumHidden).toBeGreaterThanOrEqual(fewest)
  }
})

test('even who runs this code on every possible table cannot tell what a hidden number was', () => {
  for (const cells of [1, 2, 3, 4, 5]) {
    const possible = new Map<string, Set<number>[]>()
    for (const counts of tables(cells, 24 >> Math.max(0, cells - 3))) {
      const shown = JSON.stringify(shownCounts(counts, fewest))
      const values = possible.get(shown) ?? counts.map(() => new Set<number>())
      counts.forEach((count, index) => values[index]?.add(count))
      possible.set(shown, values)
    }
    for (const [shown, values] of possible) {
      const { cells: kept } = JSON.parse(shown) as { cells: (number | null)[] }
      kept.forEach((cell, index) => {
        if (cell === null) expect(values[index]?.size, shown).toBeGreaterThan(1)
      })
    }
  }
})

test('a later publication moves a number by five people or not at all', () => {
  const first = shownCounts([20, 15], fewest)
  expect(steadied(first, shownCounts([21, 15], fewest), fewest)).toEqual(first)
  expect(steadied(first, shownCounts([20, 11], fewest), fewest)).toEqual(first)
  expect(steadied(first, shownCounts([25, 15], fewest), fewest)).toEqual({ total: 40, cells: [25, 15] })
  expect(steadied(null, first, fewest)).toEqual(first)
})
