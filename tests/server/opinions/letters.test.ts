import { expect, test } from 'vitest'
import { type GroupFrame, keepLetters } from '#server/opinions/letters.ts'

function group(...leanings: number[]): GroupFrame {
  return Object.fromEntries(
    leanings.map((leaning, number) => [
      String(number),
      [leaning > 0 ? 10 * leaning : 0, leaning < 0 ? -10 * leaning : 0, 10],
    ]),
  )
}

const [left, right, middle] = [group(1, 1, -1), group(-1, -1, 1), group(0, 1, 1)]

test('the first letters go by the order of the groups', () => {
  expect(keepLetters({}, [left, right])).toEqual(['A', 'B'])
})

test('groups keep their letters when they change places, grow and change their minds a little', () => {
  const before = { A: left, B: right, C: middle }
  expect(keepLetters(before, [group(0.1, 0.9, 0.8), group(0.8, 1, -0.9), group(-1, -0.7, 1)])).toEqual([
    'C',
    'A',
    'B',
  ])
})

test('a group more gets the first free letter, a group less takes its letter with it', () => {
  expect(keepLetters({ A: left, B: right }, [middle, right, left])).toEqual(['C', 'B', 'A'])
  expect(keepLetters({ A: left, B: right, C: middle }, [middle, left])).toEqual(['C', 'A'])
  expect(keepLetters({ A: left, C: middle }, [middle, right, left])).toEqual(['C', 'B', 'A'])
})

test('statements that came since are not held against a group', () => {
  expect(keepLetters({ A: group(1), B: group(-1) }, [group(-1, 1, 1), group(1, -1, -1)])).toEqual(['B', 'A'])
})
