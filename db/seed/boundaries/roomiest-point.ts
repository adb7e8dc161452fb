export type Point = [x: number, y: number]

const steps = 80

// A degree east is shorter than a degree north here.
const squeeze = 0.78

/** Where a name fits best: the point of a ring that is farthest from its border. A centroid may lie at sea. */
export function roomiestPoint(ring: Point[]): Point {
  const border = ring.map(([x, y]): Point => [x * squeeze, y])
  const across = border.map(([x]) => x)
  const down = border.map(([, y]) => y)
  const [left, right] = [Math.min(...across), Math.max(...across)]
  const [low, high] = [Math.min(...down), Math.max(...down)]

  let best: Point = [left, low]
  let room = 0
  for (let column = 1; column < steps; column += 1) {
    for (let row = 1; row < steps; row += 1) {
      const point: Point = [left + ((right - left) * column) / steps, low + ((high - low) * row) / steps]
      if (!isInside(point, border)) continue
      const free = Math.min(...sides(border).map(([from, to]) => distance(point, from, to)))
      if (free > room) {
        room = free
        best = point
      }
    }
  }
  return [Number((best[0] / squeeze).toFixed(3)), Number(best[1].toFixed(3))]
}

function sides(ring: Point[]): [Point, Point][] {
  return ring.flatMap((to, at): [Point, Point][] => {
    const from = ring[at - 1]
    return from ? [[from, to]] : []
  })
}

/** A line drawn from a point inside to far away crosses the border an odd number of times. */
function isInside([x, y]: Point, ring: Point[]): boolean {
  const crossed = sides(ring).filter(
    ([from, to]) =>
      from[1] > y !== to[1] > y && x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
  )
  return crossed.length % 2 === 1
}

function distance([x, y]: Point, from: Point, to: Point): number {
  const [across, down] = [to[0] - from[0], to[1] - from[1]]
  const length = across ** 2 + down ** 2
  const along = length === 0 ? 0 : ((x - from[0]) * across + (y - from[1]) * down) / length
  const kept = Math.max(0, Math.min(1, along))
  return Math.hypot(x - from[0] - kept * across, y - from[1] - kept * down)
}
