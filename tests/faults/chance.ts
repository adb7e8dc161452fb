/** Chance that can be repeated: the same seed makes the same choices in the same order. */
export type Chance = {
  /** From nothing up to but not including one. */
  next(): number
  between(least: number, most: number): number
  pick<Thing>(from: readonly Thing[]): Thing
  happens(share: number): boolean
}

export function chanceFrom(seed: number): Chance {
  // Mulberry32: thirty-two bits of state are plenty for choosing whom to harm.
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)]
      if (picked === undefined) throw new Error('There is nothing to pick from')
      return picked
    },
    happens: (share) => next() < share,
  }
}
