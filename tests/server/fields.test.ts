import { expect, test } from 'vitest'
import { line, lines, moment } from '#server/fields.ts'

test.each([
  '2027-02-30T10:00',
  '2027-04-31T10:00',
  '2027-02-29T10:00Z',
  '2027-13-01T10:00',
  '2027-05-01T25:00',
])('there is no %s', (text) => {
  expect(moment.safeParse(text).success).toBe(false)
})

test('the 29th of February is a day where it is one', () => {
  expect(moment.parse('2028-02-29T10:00').toISOString()).toBe('2028-02-29T09:00:00.000Z')
})

test('half of a sign, as a phone cuts a text, becomes the sign for what cannot be read', () => {
  expect(line(1, 20).parse('tagliato \ud83d')).toBe('tagliato \ufffd')
  expect(lines(1, 20).parse('\udc00 tagliato 😀')).toBe('\ufffd tagliato 😀')
})
