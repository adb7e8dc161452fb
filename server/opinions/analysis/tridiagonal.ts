/**
 * The eigenvalues of a symmetric tridiagonal matrix and chosen rows of its eigenvectors, by the implicit QL method
 * (Bowdler, Martin, Reinsch and Wilkinson 1968; Golub and Van Loan, "Matrix Computations", 8.3).
 *
 * @param diagonal k numbers, overwritten with the eigenvalues (in no order)
 * @param beside k numbers, of which the first k - 1 stand beside the diagonal; overwritten
 * @param rows each k numbers, a row of an orthogonal matrix; overwritten with that row times the eigenvectors
 */
export function diagonalise(diagonal: Float64Array, beside: Float64Array, rows: Float64Array[]): void {
  const size = diagonal.length
  if (size > 0) beside[size - 1] = 0
  for (let low = 0; low < size; low++) {
    for (let turn = 0; turn < 60; turn++) {
      let high = low
      while (high < size - 1 && !isSmall(beside[high]!, diagonal[high]!, diagonal[high + 1]!)) high++
      if (high === low) break
      chase(diagonal, beside, rows, low, high)
    }
  }
}

function isSmall(between: number, one: number, other: number): boolean {
  return Math.abs(between) <= Number.EPSILON * (Math.abs(one) + Math.abs(other))
}

/** One QL step with Wilkinson's shift on the unreduced block from `low` to `high`. */
function chase(
  diagonal: Float64Array,
  beside: Float64Array,
  rows: Float64Array[],
  low: number,
  high: number,
): void {
  const half = (diagonal[low + 1]! - diagonal[low]!) / (2 * beside[low]!)
  const root = Math.hypot(half, 1)
  let ahead = diagonal[high]! - diagonal[low]! + beside[low]! / (half + (half >= 0 ? root : -root))
  let [sine, cosine, shift] = [1, 1, 0]
  for (let at = high - 1; at >= low; at--) {
    const bulge = sine * beside[at]!
    const beneath = cosine * beside[at]!
    const length = Math.hypot(bulge, ahead)
    beside[at + 1] = length
    if (length === 0) {
      // The block has come apart here: what is left of it is taken up by the next step.
      diagonal[at + 1] = diagonal[at + 1]! - shift
      beside[high] = 0
      return
    }
    sine = bulge / length
    cosine = ahead / length
    const rest = diagonal[at + 1]! - shift
    const turned = (diagonal[at]! - rest) * sine + 2 * cosine * beneath
    shift = sine * turned
    diagonal[at + 1] = rest + shift
    ahead = cosine * turned - beneath
    for (const row of rows) {
      const [here, next] = [row[at]!, row[at + 1]!]
      row[at + 1] = sine * here + cosine * next
      row[at] = cosine * here - sine * next
    }
  }
  diagonal[low] = diagonal[low]! - shift
  beside[low] = ahead
  beside[high] = 0
}
