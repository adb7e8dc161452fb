import { tellChecks } from '../checks/index.ts'
import { keepPlacesOf, lapsePlaces } from '../floor/index.ts'
import type { Ground } from '../ground.ts'
import type { Delivery } from './delivery.ts'

/** After trouble the other nodes too must have had the time to say who is connected to them. */
const settledAfter = 30_000

/** Keeps the places in a meeting of those who are connected to this node, and ends those that nobody keeps. */
export function openPlaces({ ground, delivery }: { ground: Ground; delivery: Delivery }) {
  let wellSince: number | undefined
  let keptAt = 0

  /** A node that was frozen, or could not reach the database, does not know what it missed. */
  async function keep(): Promise<void> {
    const before = keptAt
    keptAt = performance.now()
    if (keptAt - before > settledAfter) wellSince = undefined
    try {
      await keepPlacesOf(
        ground,
        delivery
          .present()
          .flatMap(({ roomId, personId }) => (personId === null ? [] : [{ roomId, personId }])),
      )
      wellSince ??= keptAt
      if (keptAt - wellSince >= settledAfter) await lapsePlaces(ground)
    } catch (error) {
      wellSince = undefined
      throw error
    }
  }

  return { keep, tellChecks: async () => void (await tellChecks(ground)) }
}
