import { describe, expect, test } from 'vitest'
import { columnOf, voteOf } from '#server/opinions/analysis/votes.ts'
import { analysed, expected, sets } from './sets.ts'

// The expected figures are written with six digits or eight: half of the last one is the most that they can be off.
describe.each(sets)('with the published groups, %s', (set) => {
  const analysis = analysed(set, 'given')
  const figures = expected(set)
  const given = figures.given_published_groups
  const { statements } = analysis.votes
  const columnsOf = <Value>(values: Record<string, Value>) => statements.map((each) => values[each]!)

  test('every group has its votes', () => {
    for (const [group, votes] of Object.entries(given.group_votes)) {
      const { agreed, disagreed, seen } = analysis.groups[Number(group)]!
      expect(statements.map((_, at) => [agreed[at], disagreed[at], seen[at]])).toEqual(columnsOf(votes))
    }
    expect(analysis.k).toBe(Object.keys(given.group_votes).length)
  })

  test('what sets each group apart is the same, in the same order, with the same figures', () => {
    for (const [group, wanted] of Object.entries(given.repness)) {
      const found = analysis.representative[Number(group)]!
      expect(found.map(({ column, direction }) => [Number(statements[column]), direction])).toEqual(
        wanted.map((each) => [each.tid, each['repful-for']]),
      )
      found.forEach(({ p, pTest, repness, rTest }, at) => {
        expect(p).toBeCloseTo(wanted[at]!['p-success'], 9)
        expect(pTest).toBeCloseTo(wanted[at]!['p-test'], 9)
        expect(repness).toBeCloseTo(wanted[at]!.repness, 9)
        expect(rTest).toBeCloseTo(wanted[at]!['repness-test'], 9)
      })
    }
  })

  test('so is what nearly everyone shares', () => {
    for (const direction of ['agree', 'disagree'] as const)
      expect(analysis.consensus[direction].map((column) => Number(statements[column]))).toEqual(
        given.consensus[direction].map(({ tid }) => tid),
      )
  })

  test('group-aware consensus is the product over the published votes', () => {
    statements.forEach((statement, column) => {
      const votes = Object.values(given.group_votes).map((group) => group[statement]!)
      const product = votes.reduce((sofar, [agreed, , seen]) => (sofar * (agreed + 1)) / (seen + 2), 1)
      expect(Math.abs(analysis.groupAwareConsensus![column]! - product)).toBeLessThan(1e-9)
      expect(
        Math.abs(analysis.groupAwareConsensus![column]! - given.group_aware_consensus[statement]!),
      ).toBeLessThanOrEqual(5.1e-9)
    })
  })

  test('priorities are within a ten-thousandth', () => {
    columnsOf(given.priorities).forEach((priority, column) =>
      expect(Math.abs(analysis.priorities[column]! / priority - 1), statements[column]).toBeLessThan(1e-4),
    )
  })

  test('the centre is the mean of what was voted, and 0 for what was left out', () => {
    const cells = [...analysis.votes.cells]
    statements.forEach((statement, column) => {
      const votes = cells.filter((cell) => columnOf(cell) === column).map(voteOf)
      const mean =
        analysis.leftOut[column] === 1 || votes.length === 0
          ? 0
          : votes.reduce<number>((sum, vote) => sum + vote, 0) / votes.length
      expect(Math.abs(analysis.centre[column]! - mean)).toBeLessThan(1e-9)
      expect(Math.abs(analysis.centre[column]! - figures.pca_center[column]!), statement).toBeLessThan(5.1e-7)
    })
  })

  test('the components point the same way, and statements lie as far from the middle', () => {
    expect(alignment(analysis.components[0], figures.pca_comps[0])).toBeGreaterThanOrEqual(0.9999)
    expect(alignment(analysis.components[1], figures.pca_comps[1])).toBeGreaterThanOrEqual(0.999)
    columnsOf(figures.comment_extremity).forEach((length, column) =>
      expect(Math.abs(analysis.extremity[column]! - length)).toBeLessThan(5.1e-7),
    )
  })
})

function alignment(one: Float64Array, other: number[]): number {
  return Math.abs(dot(one, other)) / Math.sqrt(dot(one, one) * dot(other, other))
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Array.from(one).reduce((sum, value, at) => sum + value * other[at]!, 0)
}
