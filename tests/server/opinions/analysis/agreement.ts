/**
 * How far two ways to divide the same people agree: 1 wholly, about 0 by chance.
 * Source: Hubert and Arabie 1985, "Comparing partitions" (the adjusted Rand index).
 */
export function agreement(pairs: readonly (readonly [number, number])[]): number {
  const counts = (key: (pair: readonly [number, number]) => string) => {
    const found = new Map<string, number>()
    for (const pair of pairs) found.set(key(pair), (found.get(key(pair)) ?? 0) + 1)
    return [...found.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  }
  const [both, one, other] = [
    counts(String),
    counts(([group]) => `${group}`),
    counts(([, group]) => `${group}`),
  ]
  const chance = (one * other) / ((pairs.length * (pairs.length - 1)) / 2)
  return (both - chance) / ((one + other) / 2 - chance)
}
