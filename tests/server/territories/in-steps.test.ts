import { describe, expect, it } from 'vitest'
import { inSteps } from '#server/territories/in-steps.ts'
import { ringsOf } from '#tests/support/outline-points.ts'

describe('an outline in steps', () => {
  it('comes by the same points, ring by ring', () => {
    const path = 'M10,20L13,18L9,-4L10,20ZM100,5L100,9L96,9Z'
    expect(inSteps(path)).toBe('M10,20l3-2-4-22 1 24ZM100,5l0 4-4 0Z')
    expect(ringsOf(inSteps(path))).toEqual([
      [
        [10, 20],
        [13, 18],
        [9, -4],
        [10, 20],
      ],
      [
        [100, 5],
        [100, 9],
        [96, 9],
      ],
    ])
  })

  it('is nothing for nothing', () => {
    expect(inSteps('')).toBe('')
  })
})
