import type { Ground } from './ground.ts'

/** Names, seats and mandates change without an event in the room, so even what was read at the same place grows old. */
const keptFor = 2_000
const mostStreams = 200

/**
 * Keeps what was read at one place of a stream for everybody who asks at that place: after a line that was cut for all,
 * or when a room is opened by many at once, one reading serves them.
 */
export function keptAtPlace<Kept>(begin: () => Kept) {
  const keptOn = new WeakMap<Ground, Map<string, { seq: number; at: number; kept: Kept }>>()
  return (ground: Ground, streamId: string, seq: number, now: Date): Kept => {
    const streams = keptOn.get(ground) ?? new Map<string, { seq: number; at: number; kept: Kept }>()
    keptOn.set(ground, streams)
    const known = streams.get(streamId)
    const age = known ? now.getTime() - known.at : Infinity
    if (known && known.seq === seq && age >= 0 && age < keptFor) return known.kept
    const kept = begin()
    streams.delete(streamId)
    streams.set(streamId, { seq, at: now.getTime(), kept })
    const eldest = streams.keys().next()
    if (streams.size > mostStreams && !eldest.done) streams.delete(eldest.value)
    return kept
  }
}
