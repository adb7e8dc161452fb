/** How each group answered each statement, by its number: [agreed, disagreed, seen]. */
export type GroupFrame = Record<string, [number, number, number]>
export type Frame = Record<string, GroupFrame>

const alphabet = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']

/**
 * A letter for each group, so that groups keep theirs while answers come in: of all ways to hand the former letters
 * out, the one by which groups answer most as they did before. A group more gets the first letter that is free.
 *
 * @param before the former groups by letter; empty the first time, when letters go by the order of groups
 */
export function keepLetters(before: Frame, groups: readonly GroupFrame[]): string[] {
  const former = Object.keys(before).sort()
  const distances = groups.map((group) => former.map((letter) => distance(group, before[letter] ?? {})))
  const chosen = cheapest(distances, former.length)
  const free = alphabet.filter((letter) => !chosen.some((at) => at !== null && former[at] === letter))
  return chosen.map((at) => (at === null ? free.shift() : former[at]) ?? '?')
}

/** For each group which former one it takes, or null: as many as can be, as near as can be. At most 5 by 5. */
function cheapest(distances: readonly number[][], former: number): (number | null)[] {
  const spare = Math.max(0, distances.length - former)
  let best: { cost: number; taken: (number | null)[] } = { cost: Infinity, taken: [] }
  const go = (group: number, taken: (number | null)[], cost: number) => {
    if (cost >= best.cost) return
    if (group === distances.length) return void (best = { cost, taken })
    for (let at = 0; at < former; at++)
      if (!taken.includes(at)) go(group + 1, [...taken, at], cost + distances[group]![at]!)
    if (taken.filter((at) => at === null).length < spare) go(group + 1, [...taken, null], cost)
  }
  go(0, [], 0)
  return best.taken
}

/** The mean difference, over the statements that both have answered, of how far each leans (-1 to 1). */
function distance(one: GroupFrame, other: GroupFrame): number {
  let [sum, shared] = [0, 0]
  for (const [number, [agreed, disagreed, seen]] of Object.entries(one)) {
    const before = other[number]
    if (before === undefined || seen === 0 || before[2] === 0) continue
    sum += Math.abs((agreed - disagreed) / seen - (before[0] - before[1]) / before[2])
    shared++
  }
  return shared === 0 ? 2 : sum / shared
}
