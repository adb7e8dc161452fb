import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf } from '#app/csv.ts'

const readBack = (rows: Parameters<typeof csvOf>[0]) => parse(csvOf(rows), { bom: true })

test('what was written is what a spreadsheet reads', () => {
  const rows = [
    ['Casa', 'السكن', 'a, "b"\nc', 'x\r\ny'],
    ['', 'é', ' ', '1'],
  ]
  expect(readBack(rows)).toEqual(rows)
})

test('no text starts a formula, and numbers stay numbers', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '|cmd',
    '%1',
    '\n=1',
    '＝1+1',
    '－1',
    '＠a',
  ]
  for (const [written] of readBack(formulas.map((formula) => [formula]))) expect(written).toMatch(/^'/)
  // A spreadsheet that takes semicolons or tabs for what parts cells begins a new cell in the middle of ours.
  expect(readBack([['a;=1', 'a; +1', 'b\t@c', 'a;b - c']])).toEqual([
    ["a;'=1", "a;' +1", "b\t'@c", 'a;b - c'],
  ])
  expect(readBack([[-5, 2.5, null]])).toEqual([['-5', '2.5', '']])
})
