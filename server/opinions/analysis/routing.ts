/**
 * Which of the statements a person has not answered is asked next: one at random, with a chance that grows with its
 * priority. Source: Pol.is, step 15.
 *
 * @param candidates priorities; one that is missing, 0 or not a number counts as 1
 * @param chance from 0 up to 1
 * @returns an index into `candidates`; undefined when there are none
 */
export function nextOf(candidates: readonly (number | undefined)[], chance: number): number | undefined {
  const weights = candidates.map((priority) => (priority && priority > 0 ? priority : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = chance * total
  const at = weights.findIndex((weight) => (left -= weight) < 0)
  if (weights.length === 0) return undefined
  // Rounding may leave a crumb beyond the last.
  return at === -1 ? weights.length - 1 : at
}
