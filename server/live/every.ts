import type { Logger } from 'pino'

/** Runs again and again, never two at a time, and goes on when once it fails; stopping answers once nothing runs any more. */
export function every(milliseconds: number, log: Logger, run: () => Promise<void>): () => Promise<void> {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = Promise.resolve()
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      running = run()
        .catch((error: unknown) => log.warn({ error }, 'a live sweep failed'))
        .finally(next)
    }, milliseconds)
    timer.unref()
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
    return running
  }
}
