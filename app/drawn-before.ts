import { createHash } from 'node:crypto'

/**
 * Keeps what was drawn lately, by all that it was drawn from; so nothing kept is ever stale, or another person's:
 * whoever is given it was answered the very same.
 */
export function drawnBefore<Drawn>(most: number) {
  const kept = new Map<string, Drawn>()
  return {
    once(from: unknown[], draw: () => Drawn): Drawn {
      const key = createHash('sha256').update(JSON.stringify(from)).digest('base64')
      const found = kept.get(key)
      const drawn = found ?? draw()
      // What was asked for last goes last of all.
      kept.delete(key)
      kept.set(key, drawn)
      if (drawn instanceof Promise) drawn.catch(() => kept.delete(key))
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return drawn
    },
  }
}
