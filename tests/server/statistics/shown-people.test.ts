import { expect, test } from 'vitest'
import { shownPeople } from '#server/statistics/rules.ts'

test('fewer than five people are no number', () => {
  for (const people of [0, 1, 4]) expect(shownPeople(people)).toBe(null)
})

test('from five on the number is the step of five below', () => {
  expect([5, 9, 10, 14, 99, 100].map(shownPeople)).toEqual([5, 5, 10, 10, 95, 100])
})
