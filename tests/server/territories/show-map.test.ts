import { expect, test } from 'vitest'
import { territories } from '#db/seed/territories.ts'
import { provinceOutlines, regionOutlines } from '#server/territories/index.ts'
import { programmeRegions } from '#server/territories/words.ts'
import { ringsOf } from '#tests/support/outline-points.ts'

test('the five regions come with Sicilia first, and as the list of territories names them', () => {
  const names = new Map(territories().map((row) => [row.code, row.name]))
  const { outlines } = regionOutlines()
  expect(outlines.map((it) => it.code)).toEqual([...programmeRegions])
  expect(outlines.map((it) => it.name)).toEqual(['Sicilia', 'Basilicata', 'Calabria', 'Campania', 'Puglia'])
  for (const outline of outlines) expect(outline.name).toBe(names.get(outline.code))
})

test('every province of the five regions has an outline, under its own code', () => {
  const expected = territories().filter((row) => programmeRegions.some((code) => code === row.parentCode))
  const drawn = provinceOutlines().outlines.map((it) => it.code)
  expect(drawn.toSorted()).toEqual(expected.map((row) => row.code).toSorted())
})

test('every point of every path lies on the drawing', () => {
  for (const map of [regionOutlines(), provinceOutlines()]) {
    for (const { path } of map.outlines) {
      expect(path).toMatch(/^(M\d+,\d+l(-?\d+[ -]?){4,}Z)+$/)
      for (const [x, y] of ringsOf(path).flat()) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(map.width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(map.height)
      }
    }
  }
})

test('Lampedusa is on the map', () => {
  const [sicilia] = regionOutlines().outlines
  const { height } = regionOutlines()
  const islands = ringsOf(sicilia?.path ?? '').filter((ring) => ring.some(([, y]) => y > height * 0.95))
  expect(islands).toHaveLength(1)
})

test('each name stands inside its region and apart from the others', () => {
  const { outlines } = regionOutlines()
  for (const outline of outlines) {
    const around = outlines.filter((it) => ringsOf(it.path).some((ring) => isInside(outline.centre, ring)))
    expect(around.map((it) => it.name)).toEqual([outline.name])
    for (const other of outlines.filter((it) => it !== outline)) {
      const apart = Math.hypot(outline.centre[0] - other.centre[0], outline.centre[1] - other.centre[1])
      expect(apart).toBeGreaterThan(100)
    }
  }
})

test('neighbours share their border point by point, so that no gap shows between them', () => {
  const points = new Map(
    regionOutlines().outlines.map((it) => [it.name, new Set(ringsOf(it.path).flat().map(String))] as const),
  )
  const shared = (one: string, other: string) =>
    [...(points.get(one) ?? [])].filter((point) => points.get(other)?.has(point)).length
  expect(shared('Basilicata', 'Calabria')).toBeGreaterThan(5)
  expect(shared('Basilicata', 'Campania')).toBeGreaterThan(10)
  expect(shared('Basilicata', 'Puglia')).toBeGreaterThan(10)
  expect(shared('Campania', 'Puglia')).toBeGreaterThan(5)
  expect(shared('Sicilia', 'Calabria')).toBe(0)
})

test('the map is light: under 9 kB for the regions and 25 kB for the provinces', () => {
  expect(weight(regionOutlines())).toBeLessThan(9_000)
  expect(weight(provinceOutlines())).toBeLessThan(25_000)
})

test('the map is drawn once for a process', () => {
  expect(regionOutlines()).toBe(regionOutlines())
  expect(provinceOutlines()).toBe(provinceOutlines())
})

function weight(map: { outlines: readonly { path: string }[] }): number {
  return map.outlines.map((it) => it.path).join('').length
}

function isInside([x, y]: readonly [number, number], ring: [number, number][]): boolean {
  return (
    ring.filter(([toX, toY], at) => {
      const [fromX, fromY] = ring.at(at - 1) ?? [toX, toY]
      return fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)
    }).length %
      2 ===
    1
  )
}
