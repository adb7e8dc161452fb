/** z from which a difference is held to be more than chance: one-tailed, 90 %. */
export const significant = 1.2816

/**
 * z of `successes` out of `trials` against one half, with one success and one trial added.
 * Source: Pol.is, step 11 (one-proportion z test).
 */
export function proportionTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)
}

/**
 * z of the difference between two shares, with one success and one trial added to each; 0 where all succeeded.
 * Source: Pol.is, step 11 (two-proportion z test, pooled).
 */
export function twoProportionTest(
  successesIn: number,
  successesOut: number,
  trialsIn: number,
  trialsOut: number,
): number {
  const [inside, outside] = [trialsIn + 1, trialsOut + 1]
  const pooled = (successesIn + 1 + successesOut + 1) / (inside + outside)
  if (pooled === 1) return 0
  const difference = (successesIn + 1) / inside - (successesOut + 1) / outside
  return difference / Math.sqrt(pooled * (1 - pooled) * (1 / inside + 1 / outside))
}

/** The share of `successes` in `trials`, drawn towards one half where there are few (Laplace's rule of succession). */
export function shareOf(successes: number, trials: number): number {
  return (successes + 1) / (trials + 2)
}
