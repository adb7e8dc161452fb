/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A seed of its own for each place of a response, so that what one of them draws changes nothing for another (FNV-1a). */
export function seedOf(seed: number, path: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let at = 0; at < path.length; at += 1) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/** The same things in an order by chance (Fisher and Yates). */
export function shuffled<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const chance = chanceFrom(seed)
  const order = [...things]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = Math.floor(chance() * (last + 1))
    const [one, other] = [order[at], order[last]]
    if (one !== undefined && other !== undefined) [order[at], order[last]] = [other, one]
  }
  return order
}
