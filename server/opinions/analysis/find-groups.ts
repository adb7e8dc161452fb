import { baseClusters } from './base-clusters.ts'
import { type Clustering, type WeightedPoints, seedCentres, settle } from './k-means.ts'
import type { Points } from './projection.ts'
import { randomFrom } from './random.ts'
import { silhouettes } from './silhouette.ts'
import type { Votes } from './votes.ts'

const restarts = 40
const mostGroups = 5
/** Beyond so many, groups are looked for among base clusters first. */
const mostPoints = 1_000

export type Division = {
  /** How many groups; 0 where no way to divide people holds. */
  k: number
  /** For each row its group from 0 to k - 1, largest first; -1 for a person in none. */
  groupOf: Int8Array
  /** The mean silhouette of the best division for each k that has one. */
  silhouette: Record<number, number>
}

/** Rows with at least min(7, m) answers, passes included: who answered less says too little to be placed. */
export function placeable(votes: Votes): Uint32Array {
  const least = Math.min(7, votes.statements.length)
  return Uint32Array.from(votes.participants.keys()).filter((row) => {
    const answers = votes.starts[row + 1]! - votes.starts[row]!
    return answers > 0 && answers >= least
  })
}

/**
 * Divides people by where they stand: for each k from 2 to 5, the tightest of 40 seeded k-means++ starts that leaves
 * no group smaller than max(3, 3 % of the people); of these the k with the largest mean silhouette, of two as large
 * the larger k.
 *
 * Source: Pol.is, steps 7 to 9, with another start and a least size: the tightest division of all likes to set one
 * outlier apart, and Pol.is's start from the first rows gives other groups for another order of rows.
 *
 * @param points n points
 * @param rows those of the people to divide, in canonical order
 * @param fewest people that a group has in any case
 */
export function findGroups(points: Points, rows: Uint32Array, fewest: number): Division {
  const people: WeightedPoints = {
    x: Float64Array.from(rows, (row) => points.x[row]!),
    y: Float64Array.from(rows, (row) => points.y[row]!),
    weight: new Float64Array(rows.length).fill(1),
  }
  const few = rows.length > mostPoints ? baseClusters(people) : people
  const least = Math.max(fewest, Math.ceil(0.03 * rows.length))
  const found: { k: number; cluster: Uint8Array }[] = []
  for (let k = 2; k <= mostGroups; k++) {
    const best = tightest(people, few, k, least)
    if (best) found.push({ k, cluster: best.cluster })
  }
  const widths = silhouettes(people, found)
  let chosen = -1
  widths.forEach((width, at) => {
    if (chosen === -1 || width >= widths[chosen]!) chosen = at
  })
  const groupOf = new Int8Array(points.x.length).fill(-1)
  const division = found[chosen]
  if (division) {
    const letters = bySize(division.cluster, division.k, people)
    rows.forEach((row, at) => (groupOf[row] = letters[division.cluster[at]!]!))
  }
  return {
    k: division?.k ?? 0,
    groupOf,
    silhouette: Object.fromEntries(found.map(({ k }, at) => [k, widths[at]!])),
  }
}

function tightest(
  people: WeightedPoints,
  few: WeightedPoints,
  k: number,
  least: number,
): Clustering | undefined {
  const random = randomFrom(k)
  const tried: Clustering[] = []
  for (let turn = 0; turn < restarts; turn++) {
    const seeds = seedCentres(few, k, random)
    if (seeds.x.length < k) return undefined
    const clustering = settle(few, seeds)
    if (smallest(clustering, few, k) >= least) tried.push(clustering)
  }
  tried.sort((one, other) => one.inertia - other.inertia)
  if (few === people) return tried[0]
  // A group may fall under the least size when its people are looked at one by one: then the next tightest is taken.
  for (const clustering of tried) {
    const settled = settle(people, clustering.centres)
    if (smallest(settled, people, k) >= least) return settled
  }
  return undefined
}

function smallest({ cluster }: Clustering, { weight }: WeightedPoints, k: number): number {
  return Math.min(...sizesOf(cluster, weight, k))
}

function sizesOf(cluster: Uint8Array, weight: Float64Array, k: number): Float64Array {
  const sizes = new Float64Array(k)
  for (let at = 0; at < cluster.length; at++) sizes[cluster[at]!]! += weight[at]!
  return sizes
}

/** A new number for each cluster: by size, of two as large the one further to the right. */
function bySize(cluster: Uint8Array, k: number, { x, weight }: WeightedPoints): number[] {
  const sizes = sizesOf(cluster, weight, k)
  const right = new Float64Array(k)
  cluster.forEach((group, at) => (right[group]! += x[at]! / sizes[group]!))
  const order = Array.from({ length: k }, (_, group) => group).sort(
    (one, other) => sizes[other]! - sizes[one]! || right[other]! - right[one]!,
  )
  return order.map((_, group) => order.indexOf(group))
}
