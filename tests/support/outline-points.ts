/** Where an outline written in steps comes by, ring by ring. */
export function ringsOf(path: string): [number, number][][] {
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
