import type { WeightedPoints } from './k-means.ts'
import type { Points } from './projection.ts'

const across = 64

/**
 * Many people as at most 4,096 points: those in one square of a grid over the plane become their mean, weighted by how
 * many they are. Only a device for speed: groups found among the squares are then settled among the people.
 *
 * Source: the "base clusters" of Pol.is (step 7), found there by k-means from the first rows, and so by the rows' order.
 */
export function baseClusters({ x, y }: Points): WeightedPoints {
  const columnOf = binning(x)
  const rowOf = binning(y)
  const size = across * across
  const sums = { x: new Float64Array(size), y: new Float64Array(size), weight: new Float64Array(size) }
  for (let at = 0; at < x.length; at++) {
    const square = rowOf(y[at]!) * across + columnOf(x[at]!)
    sums.x[square]! += x[at]!
    sums.y[square]! += y[at]!
    sums.weight[square]!++
  }
  const held = Array.from(sums.weight.keys()).filter((square) => sums.weight[square]! > 0)
  return {
    x: Float64Array.from(held, (square) => sums.x[square]! / sums.weight[square]!),
    y: Float64Array.from(held, (square) => sums.y[square]! / sums.weight[square]!),
    weight: Float64Array.from(held, (square) => sums.weight[square]!),
  }
}

function binning(values: Float64Array): (value: number) => number {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const width = (most - least) / across
  return (value) => (width > 0 ? Math.min(across - 1, Math.floor((value - least) / width)) : 0)
}
