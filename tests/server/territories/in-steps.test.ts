import { describe, expect, it } from 'vitest'
import { inSteps } from '#server/territories/in-steps.ts'
import { regionOutlines } from '#server/territories/outline.ts'

/** Where a path written by steps comes by. */
function pointsOf(path: string): [number, number][][] {
  return (path.match(/M[^M]*/g) ?? []).map((ring) => {
    const [x = 0, y = 0, ...steps] = (ring.match(/-?\d+/g) ?? []).map(Number)
    const points: [number, number][] = [[x, y]]
    for (let n = 0; n < steps.length; n += 2) {
      const [fromX, fromY] = points.at(-1) ?? [0, 0]
      points.push([fromX + (steps[n] ?? 0), fromY + (steps[n + 1] ?? 0)])
    }
    return points
  })
}

describe('an outline in steps', () => {
  it('comes by the same points, ring by ring', () => {
    const path = 'M10,20L13,18L9,-4L10,20ZM100,5L100,9L96,9Z'
    expect(inSteps(path)).toBe('M10,20l3-2-4-22 1 24ZM100,5l0 4-4 0Z')
    expect(pointsOf(inSteps(path))).toEqual([
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

  it('keeps every region inside the drawing', () => {
    const { width, height, outlines } = regionOutlines()
    for (const { path } of outlines)
      for (const [x, y] of pointsOf(path).flat()) {
        expect(x >= 0 && x <= width, path.slice(0, 20)).toBe(true)
        expect(y >= 0 && y <= height, path.slice(0, 20)).toBe(true)
      }
  })

  it('is nothing for nothing', () => {
    expect(inSteps('')).toBe('')
  })
})
