import type { Counts } from './analysis/index.ts'

const turns = 200

/**
 * Where groups lie on the map: as far from each other as their leanings (-1 to 1, over all statements) are, as well as two
 * dimensions can show it (classical scaling, Torgerson 1952). From what is told of the groups alone: the mean of their
 * people's own places would move with every single answer.
 */
export function placeGroups(groups: readonly Counts[]): { x: number; y: number }[] {
  const size = groups[0]?.seen.length ?? 0
  const leanings = groups.map(({ agreed, disagreed, seen }) =>
    Array.from(seen, (many, column) => (many === 0 ? 0 : (agreed[column]! - disagreed[column]!) / many)),
  )
  const middle = Array.from({ length: size }, (_, column) => mean(leanings.map((each) => each[column]!)))
  const centred = leanings.map((each) => each.map((leaning, column) => leaning - middle[column]!))
  const products = centred.map((one) => centred.map((other) => dot(one, other) / Math.max(size, 1)))
  const x = axisOf(products)
  const y = axisOf(products.map((row, at) => row.map((product, other) => product - x[at]! * x[other]!)))
  return groups.map((_, at) => ({ x: rounded(x[at]!), y: rounded(y[at]!) }))
}

/** The longest axis of points that are known by their inner products; the first group lies on its lesser side. */
function axisOf(products: readonly number[][]): number[] {
  const squares = products.map((row, at) => row[at]!)
  // The point farthest out: an axis that stood at a right angle to it would not be the longest.
  let axis = products[squares.indexOf(Math.max(...squares))] ?? []
  for (let turn = 0; turn < turns; turn++) {
    const length = Math.hypot(...axis)
    if (length < 1e-9) return products.map(() => 0)
    const unit = axis.map((each) => each / length)
    axis = products.map((row) => dot(row, unit))
  }
  // Now as long as the eigenvalue: its square root is the spread of the points along it.
  const scale = (axis[0]! > 0 ? -1 : 1) / Math.sqrt(Math.hypot(...axis))
  return axis.map((each) => each * scale)
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** To two decimals, and no -0. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
