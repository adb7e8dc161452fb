/** What was asked: `on` to go on, `over` when there is nothing more to learn, `later` when it could not be asked. */
export type Heard = 'on' | 'over' | 'later'

const often = 2_000
const seldom = [5_000, 15_000, 60_000]

/**
 * Asks again and again while somebody looks: never twice at once, not while the page is hidden or the reader wants
 * peace, and less often while there is no answer. `wake` is to be called when the page is looked at again.
 */
export function keepAsking(ask: () => Promise<Heard>, isLookedAt: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let isOver = false
  let failures = 0

  function next(): void {
    clearTimeout(timer)
    const wait = failures === 0 ? often : (seldom[failures - 1] ?? 60_000)
    timer = isOver || !isLookedAt() ? undefined : setTimeout(() => void turn(), wait)
  }

  async function turn(): Promise<void> {
    timer = undefined
    if (isAsking || isOver || !isLookedAt()) return
    isAsking = true
    const heard = await ask().catch((): Heard => 'later')
    isAsking = false
    isOver = heard === 'over'
    failures = heard === 'later' ? failures + 1 : 0
    next()
  }

  next()
  return {
    wake: () => {
      if (timer === undefined) void turn()
    },
  }
}
