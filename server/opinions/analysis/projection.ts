import { deviationsOf } from './pca.ts'
import { type Votes, columnOf } from './votes.ts'

/** Places on the plane of the two components: the one at index i is (x[i], y[i]). */
export type Points = { x: Float64Array; y: Float64Array }

/**
 * Where each person stands: the sum over what they answered of (vote - centre) times the component, times the square
 * root of (statements / answers), so that whoever answered little is not drawn into the middle. A statement left out
 * counts as answered by everybody, as it does in Pol.is.
 *
 * Source: Pol.is, step 6 ("sparsity-aware projection").
 *
 * @returns n points, in the order of rows
 */
export function projectParticipants(
  votes: Votes,
  centre: Float64Array,
  leftOut: Uint8Array,
  components: [Float64Array, Float64Array],
): Points {
  const deviations = deviationsOf(centre, leftOut)
  const [alongX, alongY] = components.map((component) =>
    deviations.map((deviation, cell) => deviation * component[columnOf(cell)]!),
  ) as [Float64Array, Float64Array]
  const counted = deviations.map((_, cell) => 1 - leftOut[columnOf(cell)]!)
  const rows = votes.participants.length
  const points = { x: new Float64Array(rows), y: new Float64Array(rows) }
  const everybodys = leftOut.reduce((sum, flag) => sum + flag, 0)
  for (let row = 0; row < rows; row++) {
    let x = 0
    let y = 0
    let answers = everybodys
    for (let at = votes.starts[row]!; at < votes.starts[row + 1]!; at++) {
      const cell = votes.cells[at]!
      x += alongX[cell]!
      y += alongY[cell]!
      answers += counted[cell]!
    }
    const scale = Math.sqrt(leftOut.length / Math.max(answers, 1))
    points.x[row] = x * scale
    points.y[row] = y * scale
  }
  return points
}

/**
 * How far from the middle somebody would stand who agreed with this statement and answered nothing else: how much
 * the statement tells people apart.
 *
 * Source: Pol.is, step 6.
 *
 * @returns m lengths, 0 for a statement left out
 */
export function extremityOf(
  centre: Float64Array,
  leftOut: Uint8Array,
  [first, second]: [Float64Array, Float64Array],
): Float64Array {
  const scale = Math.sqrt(centre.length)
  return centre.map((mean, column) =>
    leftOut[column] === 1 ? 0 : (1 - mean) * scale * Math.hypot(first[column]!, second[column]!),
  )
}
