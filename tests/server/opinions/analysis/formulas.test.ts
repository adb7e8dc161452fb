import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importanceOf, metaPriority, priorityOf } from '#server/opinions/analysis/priority.ts'
import { proportionTest, twoProportionTest } from '#server/opinions/analysis/proportions.ts'

type Vectors = Record<'importance' | 'priority' | 'prop_test' | 'two_prop_test', number[][]> & {
  meta_priority: number
}
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'formula-vectors.json'), 'utf8')) as Vectors

test.each([
  ['importance', importanceOf],
  ['priority', priorityOf],
  ['prop_test', proportionTest],
  ['two_prop_test', twoProportionTest],
] as const)('%s equals its vectors', (name, formula: (...given: number[]) => number) => {
  expect(vectors[name].length).toBeGreaterThan(3)
  for (const vector of vectors[name])
    expect(
      Math.abs(formula(...vector.slice(0, -1)) - vector.at(-1)!),
      `${name} of ${vector.join(', ')}`,
    ).toBeLessThan(1e-9)
})

test('what is about the consultation itself has its fixed priority', () => {
  expect(metaPriority).toBe(vectors.meta_priority)
})
