const step = 5

/** Every number that is told is rounded by itself to the nearest 5, and nobody who is there is told as none. */
export function rounded(count: number): number {
  return count === 0 ? 0 : Math.max(step, Math.round(count / step) * step)
}

/** A share in whole per cents, from what is told and not from what was counted; none where the base is too small for one. */
export function shareOf(count: number, base: number, fewest: number): number | null {
  return base < fewest || base === 0
    ? null
    : Math.min(100, Math.round((100 * rounded(count)) / rounded(base)))
}
