import { expect, test } from 'vitest'
import { filled } from '#app/filled.ts'

test('each mark gives way to what stands for it, wherever it is; one that is not there leaves no trace', () => {
  const bytes = Buffer.from('bytes')
  const parts = filled('a-ONE-b-TWO-c', [
    ['TWO', 'second ', bytes],
    ['NONE', 'nothing'],
    ['ONE', ''],
  ])
  expect(parts).toEqual(['a-', '', '-b-', 'second ', bytes, '-c'])
  expect(filled('whole', [['NONE', 'nothing']])).toEqual(['whole'])
})

test('what stands for a mark is not looked through for others', () => {
  expect(
    filled('ONE TWO', [
      ['ONE', 'TWO $& $1'],
      ['TWO', 'x'],
    ]).join(''),
  ).toBe('TWO $& $1 x')
})
