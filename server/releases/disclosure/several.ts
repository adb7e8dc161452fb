/** How many people chose each of several choices, of whom each may have chosen many; `people` is everybody who was asked. */
export type SeveralCounts = {
  question: string
  choices: readonly string[]
  counts: readonly number[]
  people: number
}

export type SeveralGuarded = SeveralCounts & {
  hidden: readonly boolean[]
  withheld: 'too-few' | 'all-alike' | 'not-safe' | null
}

/**
 * Choices of which each may be taken beside others do not add up to anything, so none comes back by subtracting. But that a
 * number is hidden must not say that it is small: at least three are, the smallest first, until all but the largest small one
 * come to k. A choice that all but a few took tells of the few.
 */
export function guardSeveral(table: SeveralCounts, k: number): SeveralGuarded {
  const { counts, people } = table
  if (counts.some((count) => count > 0 && count === people))
    return { ...table, hidden: counts.map(() => true), withheld: 'all-alike' }
  const isSmall = (count: number) => (count > 0 && count < k) || (count < people && people - count < k)
  const hidden = counts.map(isSmall)
  if (!hidden.includes(true)) return { ...table, hidden, withheld: null }
  const largest = Math.max(...counts.filter((count) => count > 0 && count < k), 0)
  const others = [...counts.keys()]
    .filter((at) => !hidden[at] && counts[at]! > 0)
    .toSorted((one, other) => counts[one]! - counts[other]!)
  const isEnough = () => {
    const shut = counts.filter((_, at) => hidden[at])
    const large = shut.filter((count) => !isSmall(count))
    return shut.length >= 3 && large.length > 0 && shut.reduce((sum, count) => sum + count, 0) - largest >= k
  }
  while (!isEnough()) {
    const next = others.shift()
    if (next === undefined) return { ...table, hidden: counts.map(() => true), withheld: 'not-safe' }
    hidden[next] = true
  }
  return { ...table, hidden, withheld: null }
}
