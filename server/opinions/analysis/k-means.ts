import type { Points } from './projection.ts'

/** Points and how many people stand at each. */
export type WeightedPoints = Points & { weight: Float64Array }

export type Clustering = {
  /** For each point, which of the k centres is nearest. */
  cluster: Uint8Array
  centres: Points
  /** The sum of squared distances of people from their centre: the smaller, the tighter. */
  inertia: number
}

/**
 * k centres to begin with: the first drawn among the people, each next with a probability that grows with the square
 * of the distance from those there are.
 *
 * Source: Arthur and Vassilvitskii 2007, "k-means++: the advantages of careful seeding".
 *
 * @returns fewer than k when there are fewer distinct points
 */
export function seedCentres(points: WeightedPoints, k: number, random: () => number): Points {
  const { x, y, weight } = points
  const chances = Float64Array.from(weight)
  const nearest = new Float64Array(x.length).fill(Infinity)
  const chosen: number[] = []
  while (chosen.length < k) {
    const next = draw(chances, random)
    if (next === -1) break
    chosen.push(next)
    for (let at = 0; at < x.length; at++) {
      const dx = x[at]! - x[next]!
      const dy = y[at]! - y[next]!
      nearest[at] = Math.min(nearest[at]!, dx * dx + dy * dy)
      chances[at] = weight[at]! * nearest[at]!
    }
  }
  return { x: Float64Array.from(chosen, (at) => x[at]!), y: Float64Array.from(chosen, (at) => y[at]!) }
}

function draw(chances: Float64Array, random: () => number): number {
  let total = 0
  for (const chance of chances) total += chance
  if (!(total > 0)) return -1
  let left = random() * total
  let last = -1
  for (let at = 0; at < chances.length; at++) {
    if (chances[at] === 0) continue
    last = at
    left -= chances[at]!
    if (left < 0) break
  }
  return last
}

/**
 * Moves the centres until nobody changes sides: each point goes to its nearest centre (the first, of two as near),
 * each centre to the mean of its people.
 *
 * Source: Lloyd 1982, "Least squares quantization in PCM". A centre that loses everybody stays where it was.
 */
export function settle(points: WeightedPoints, seeds: Points, mostTurns = 100): Clustering {
  const { x, y, weight } = points
  const k = seeds.x.length
  const centres = { x: Float64Array.from(seeds.x), y: Float64Array.from(seeds.y) }
  const cluster = new Uint8Array(x.length).fill(255)
  const sums = { x: new Float64Array(k), y: new Float64Array(k), weight: new Float64Array(k) }
  let inertia = 0
  for (let turn = 0; turn < mostTurns; turn++) {
    sums.x.fill(0)
    sums.y.fill(0)
    sums.weight.fill(0)
    let moved = 0
    inertia = 0
    for (let at = 0; at < x.length; at++) {
      const px = x[at]!
      const py = y[at]!
      const people = weight[at]!
      let best = 0
      let least = Infinity
      for (let each = 0; each < k; each++) {
        const dx = px - centres.x[each]!
        const dy = py - centres.y[each]!
        const distance = dx * dx + dy * dy
        if (distance < least) {
          least = distance
          best = each
        }
      }
      if (cluster[at] !== best) {
        cluster[at] = best
        moved++
      }
      inertia += people * least
      sums.x[best]! += people * px
      sums.y[best]! += people * py
      sums.weight[best]! += people
    }
    if (moved === 0) break
    for (let each = 0; each < k; each++) {
      if (sums.weight[each] === 0) continue
      centres.x[each] = sums.x[each]! / sums.weight[each]!
      centres.y[each] = sums.y[each]! / sums.weight[each]!
    }
  }
  return { cluster, centres, inertia }
}
