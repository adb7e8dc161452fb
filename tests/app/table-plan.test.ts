import { expect, test } from 'vitest'
import { placesAround, plan } from '#app/pieces/table-plan.ts'

const sizes = [1, 2, 3, 5, 8, 12, 17, 24, 40, 60]

test.each(sizes)('%i seats stand inside the picture, clear of the table and of each other', (seats) => {
  const { places, size } = placesAround(seats)
  const { table } = plan
  const middle = { x: table.x + table.width / 2, y: table.y + table.height / 2 }

  for (const [index, { x, y }] of places.entries()) {
    expect(x - size).toBeGreaterThanOrEqual(0)
    expect(x + size).toBeLessThanOrEqual(plan.width)
    expect(y - size).toBeGreaterThanOrEqual(0)
    expect(y + size).toBeLessThanOrEqual(plan.height)

    const overX = Math.max(Math.abs(x - middle.x) - (table.width / 2 - table.corner), 0)
    const overY = Math.max(Math.abs(y - middle.y) - (table.height / 2 - table.corner), 0)
    expect(Math.hypot(overX, overY) - table.corner).toBeGreaterThan(size)

    const next = places[(index + 1) % places.length]!
    if (seats > 1) expect(Math.hypot(next.x - x, next.y - y)).toBeGreaterThan(2 * size)
  }
})

test.each(sizes)('each of %i seats looks at the table', (seats) => {
  const { places } = placesAround(seats)
  const middle = { x: plan.table.x + plan.table.width / 2, y: plan.table.y + plan.table.height / 2 }
  for (const { x, y, facing } of places) {
    const radians = (facing * Math.PI) / 180
    const towards = (middle.x - x) * Math.cos(radians) + (middle.y - y) * Math.sin(radians)
    expect(towards).toBeGreaterThan(0)
  }
})

test('a table without seats is only a table', () => {
  expect(placesAround(0).places).toEqual([])
})
