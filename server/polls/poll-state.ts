import { stateAt } from '../ballots/index.ts'
import type { PollState } from './words.ts'

/** Its day has come and the second officer has not: nobody may vote, and nobody is on its roll yet. */
export function pollStateAt(
  poll: Parameters<typeof stateAt>[0] & { tierConfirmedBy: string | null },
  now: Date,
): PollState {
  const state = stateAt(poll, now)
  return state === 'opening' && poll.tierConfirmedBy === null ? 'unconfirmed' : state
}
