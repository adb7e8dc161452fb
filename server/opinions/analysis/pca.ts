import { randomFrom } from './random.ts'
import { diagonalise } from './tridiagonal.ts'
import type { Votes } from './votes.ts'

/**
 * The first two principal components of the imputed matrix, exact: Lanczos's method with full reorthogonalisation on
 * X'X, where X is the centred matrix that is never written out (see `centreOf`), from a fixed start, until the
 * residual of both is under 1e-11 of the largest eigenvalue. Pol.is takes at most 100 steps of power iteration from
 * where it stood before, or samples people; then the result depends on the order of rows and on chance.
 *
 * Source: Golub and Van Loan, "Matrix Computations", 10.1 to 10.3. A component's sign is free: here its largest entry
 * is positive. One that explains nothing (everybody answers alike) is all zeros, so nothing is divided by zero.
 *
 * @param centre m means
 * @param leftOut m flags; a statement left out is 0 in every row, so it weighs nothing
 * @returns two times m entries, each of length 1 or 0
 */
export function principalComponents(
  votes: Votes,
  centre: Float64Array,
  leftOut: Uint8Array,
): [Float64Array, Float64Array] {
  const size = centre.length
  const deviations = deviationsOf(centre, leftOut)
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  const random = randomFrom(20_261_123)
  const steps = Math.min(size, 500)
  let next = freshDirection(basis, size, random)
  while (next !== null && basis.length < steps) {
    basis.push(next)
    const product = timesGram(votes, deviations, next)
    diagonal.push(dot(product, next))
    const length = orthogonalise(product, basis)
    const largest = Math.max(...diagonal)
    if (largest === 0) break
    // Nothing new in this direction: another start, or a second component as long as the first would never be met.
    const isSpent = length <= 1e-13 * largest
    beside.push(isSpent ? 0 : length)
    next = isSpent ? freshDirection(basis, size, random) : scaled(product, 1 / length)
    if (basis.length >= 10 && basis.length % 2 === 0 && areSettled(diagonal, beside)) break
  }
  return ritzVectors(diagonal, beside, basis, size)
}

/** 3 * m numbers: how far each of the votes -1, 0 and 1 on each statement stands from its mean. */
export function deviationsOf(centre: Float64Array, leftOut: Uint8Array): Float64Array {
  return Float64Array.from({ length: 3 * centre.length }, (_, cell) => {
    const column = (cell / 3) | 0
    return leftOut[column] === 1 ? 0 : (cell % 3) - 1 - centre[column]!
  })
}

/** X'Xv in one pass over the votes. */
function timesGram({ starts, cells }: Votes, deviations: Float64Array, vector: Float64Array): Float64Array {
  const weights = new Float64Array(deviations.length)
  for (let cell = 0; cell < weights.length; cell++)
    weights[cell] = deviations[cell]! * vector[(cell / 3) | 0]!
  const sums = new Float64Array(deviations.length)
  let at = 0
  for (let row = 1; row < starts.length; row++) {
    const from = at
    const to = starts[row]!
    let along = 0
    for (; at < to; at++) along += weights[cells[at]!]!
    for (at = from; at < to; at++) sums[cells[at]!]! += along
  }
  const product = new Float64Array(vector.length)
  for (let cell = 0; cell < sums.length; cell++) product[(cell / 3) | 0]! += sums[cell]! * deviations[cell]!
  return product
}

function areSettled(diagonal: number[], beside: number[]): boolean {
  const values = Float64Array.from(diagonal)
  const last = new Float64Array(values.length)
  last[values.length - 1] = 1
  diagonalise(values, Float64Array.from(beside), [last])
  const [first, second] = twoLargest(values)
  const residual = beside.at(-1)! * Math.max(Math.abs(last[first]!), Math.abs(last[second]!))
  return residual <= 1e-11 * values[first]!
}

function ritzVectors(
  diagonal: number[],
  beside: number[],
  basis: Float64Array[],
  size: number,
): [Float64Array, Float64Array] {
  const values = Float64Array.from(diagonal)
  const rows = basis.map((_, row) => {
    const unit = new Float64Array(values.length)
    unit[row] = 1
    return unit
  })
  const between = new Float64Array(values.length)
  between.set(beside.slice(0, Math.max(values.length - 1, 0)))
  diagonalise(values, between, rows)
  const [first, second] = twoLargest(values)
  const vectorAt = (index: number) => {
    const vector = new Float64Array(size)
    if (!(values[index]! > 1e-12 * values[first]!)) return vector
    basis.forEach((direction, row) => addTimes(vector, rows[row]![index]!, direction))
    return withSign(scaled(vector, 1 / Math.sqrt(dot(vector, vector))))
  }
  return [vectorAt(first), vectorAt(second)]
}

/** Where the largest and the next largest stand; -1 for one that is not there. */
function twoLargest(values: Float64Array): [number, number] {
  let [first, second] = [-1, -1]
  values.forEach((value, index) => {
    if (first === -1 || value > values[first]!) [first, second] = [index, first]
    else if (second === -1 || value > values[second]!) second = index
  })
  return [first, second]
}

function withSign(vector: Float64Array): Float64Array {
  let largest = 0
  for (const entry of vector) if (Math.abs(entry) > Math.abs(largest) * (1 + 1e-9)) largest = entry
  return largest < 0 ? vector.map((entry) => (entry === 0 ? 0 : -entry)) : vector
}

/** A unit vector at right angles to all in the basis; null when there is none. */
function freshDirection(basis: Float64Array[], size: number, random: () => number): Float64Array | null {
  if (basis.length >= size) return null
  const vector = Float64Array.from({ length: size }, () => random() - 0.5)
  const length = orthogonalise(vector, basis)
  return length < 1e-8 ? null : scaled(vector, 1 / length)
}

/** Twice, because once leaves what rounding left over (Kahan's "twice is enough"). */
function orthogonalise(vector: Float64Array, basis: Float64Array[]): number {
  for (let turn = 0; turn < 2; turn++)
    for (const direction of basis) addTimes(vector, -dot(vector, direction), direction)
  return Math.sqrt(dot(vector, vector))
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

function addTimes(vector: Float64Array, factor: number, other: Float64Array): void {
  for (let at = 0; at < vector.length; at++) vector[at]! += factor * other[at]!
}

function scaled(vector: Float64Array, factor: number): Float64Array {
  return vector.map((entry) => entry * factor)
}
