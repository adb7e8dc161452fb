import type { Logger } from 'pino'

/** Runs again and again, never two at a time, and goes on when once it fails. */
export function every(milliseconds: number, log: Logger, run: () => Promise<void>): () => void {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      run()
        .catch((error: unknown) => log.warn({ error }, 'a live sweep failed'))
        .finally(next)
    }, milliseconds)
    timer.unref()
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
