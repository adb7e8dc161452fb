import type { Heard } from './keep-asking.ts'
import { pauseBefore } from './outbox.ts'

/**
 * Asks for what is missing until nothing is, and never twice at once. What is found missing while an answer is on its way
 * may not be in that answer, so it is asked for again; and so it is, after a pause, where there was no answer.
 */
export function catchingUp(ask: () => Promise<Heard>): () => Promise<void> {
  let isWanted = false
  let isAsking = false
  return async () => {
    isWanted = true
    if (isAsking) return
    isAsking = true
    for (let failures = 0; isWanted;) {
      isWanted = false
      const heard = await ask().catch((): Heard => 'later')
      if (heard !== 'over') isWanted = true
      failures = heard === 'later' ? failures + 1 : 0
      if (failures > 0)
        await new Promise((resolve) => setTimeout(resolve, pauseBefore(failures, Math.random())))
    }
    isAsking = false
  }
}
