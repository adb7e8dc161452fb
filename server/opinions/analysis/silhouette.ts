import type { Points } from './projection.ts'

const largestSample = 2_000

/**
 * How well people sit in their groups, for several ways to divide the same people: the mean of (b - a) / max(a, b),
 * where a is somebody's mean distance from the others of their group and b that from the nearest other group; 0 for
 * somebody alone in a group. From -1 (in the wrong one) to 1.
 *
 * Source: Rousseeuw 1987, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis".
 * Beyond 2,000 people every so-manieth is taken: they stand in canonical order, which has nothing to do with where
 * they stand on the plane.
 *
 * @param divisions each with a group for every point, and how many groups there are
 */
export function silhouettes(
  points: Points,
  divisions: readonly { cluster: Uint8Array; k: number }[],
): number[] {
  const runs = runsOf(points.x.length, divisions)
  const sample = runs.flatMap(({ members }) => members)
  const x = Float64Array.from(sample, (at) => points.x[at]!)
  const y = Float64Array.from(sample, (at) => points.y[at]!)
  const sampled = divisions.map(({ k }, division) => {
    const sizes = new Float64Array(k)
    for (const { groups, members } of runs) sizes[groups[division]!]! += members.length
    return { sizes, sums: new Float64Array(k), total: 0 }
  })
  const distances = new Float64Array(runs.length)
  let one = 0
  for (const { groups, members } of runs)
    for (const last = one + members.length; one < last; one++) {
      sumDistances(x, y, one, runs, distances)
      sampled.forEach((division, at) => {
        division.sums.fill(0)
        runs.forEach((run, each) => (division.sums[run.groups[at]!]! += distances[each]!))
        division.total += widthOf(groups[at]!, division.sums, division.sizes)
      })
    }
  return sampled.map(({ total }) => (sample.length === 0 ? 0 : total / sample.length))
}

/** People who are in the same group in every division: their distances are summed once for all of these. */
type Run = { groups: number[]; members: number[] }

function runsOf(people: number, divisions: readonly { cluster: Uint8Array }[]): Run[] {
  const runs = new Map<string, Run>()
  const taken = Math.min(people, largestSample)
  for (let each = 0; each < taken; each++) {
    const at = Math.floor((each * people) / taken)
    const groups = divisions.map(({ cluster }) => cluster[at]!)
    const run = runs.get(groups.join(' ')) ?? { groups, members: [] }
    run.members.push(at)
    runs.set(groups.join(' '), run)
  }
  return [...runs.values()]
}

function sumDistances(x: Float64Array, y: Float64Array, one: number, runs: Run[], sums: Float64Array): void {
  let other = 0
  for (let run = 0; run < runs.length; run++) {
    let sum = 0
    for (const last = other + runs[run]!.members.length; other < last; other++) {
      const dx = x[one]! - x[other]!
      const dy = y[one]! - y[other]!
      sum += Math.sqrt(dx * dx + dy * dy)
    }
    sums[run] = sum
  }
}

function widthOf(group: number, sums: Float64Array, sizes: Float64Array): number {
  if (sizes[group]! <= 1) return 0
  const within = sums[group]! / (sizes[group]! - 1)
  let beyond = Infinity
  for (let each = 0; each < sizes.length; each++)
    if (each !== group && sizes[each]! > 0) beyond = Math.min(beyond, sums[each]! / sizes[each]!)
  const larger = Math.max(within, beyond)
  return Number.isFinite(beyond) && larger > 0 ? (beyond - within) / larger : 0
}
