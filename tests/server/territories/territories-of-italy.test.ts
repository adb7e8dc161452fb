import { expect, test } from 'vitest'
import { territories } from '#db/seed/territories.ts'

test('the seed holds every region, province and municipality of Italy, each code once', () => {
  const rows = territories()
  const of = (level: string) => rows.filter((row) => row.level === level)
  expect([of('region').length, of('province').length, of('municipality').length]).toEqual([20, 107, 7896])
  expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
})

test('every parent comes before its children, one level above them', () => {
  const above = { region: null, province: 'region', municipality: 'province' }
  const seen = new Map<string, string>()
  for (const row of territories()) {
    expect(row.parentCode === null ? null : seen.get(row.parentCode)).toBe(above[row.level])
    seen.set(row.code, row.level)
  }
})

test('every municipality lies in Italy; regions and provinces have no point of their own', () => {
  for (const row of territories()) {
    if (row.level === 'municipality') {
      expect(row.latitude).toBeGreaterThan(35.4)
      expect(row.latitude).toBeLessThan(47.1)
      expect(row.longitude).toBeGreaterThan(6.6)
      expect(row.longitude).toBeLessThan(18.6)
    } else {
      expect([row.latitude, row.longitude]).toEqual([null, null])
    }
  }
})

test('codes keep their zeros and names their accents', () => {
  expect(territories().find((row) => row.code === '001001')).toEqual({
    code: '001001',
    level: 'municipality',
    name: 'Agliè',
    parentCode: '001',
    latitude: 45.3634669,
    longitude: 7.7686057,
  })
})
