import { recordEvent, tellMoment } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import { holdLapses, isAnyLapsed, listLapsed } from './records-lapsed.ts'
import { tellRemoved } from './tell-who-lost-sight.ts'

/** Nobody: the date came. */
const theDate: Guest = { kind: 'guest', language: 'it', network: '' }

/**
 * A mandate that ends by its date writes nothing at midnight. Whoever lost sight of a members-only consultation by it is
 * told on its streams, once, as if it had been ended by hand.
 */
export async function tellLapsed(ground: Ground): Promise<number> {
  const now = ground.now()
  const grown: Grown[] = []
  const told = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    await holdLapses(trx)
    const lapsed = await listLapsed(trx, romeDay(now))
    const announce = async (announcement: Parameters<typeof recordEvent>[2]) => {
      const seq = await recordEvent(trx, theDate, announcement)
      grown.push({ streamId: announcement.streamId, seq })
      return seq
    }
    for (const { personId, ...consultation } of lapsed)
      await tellRemoved({ announce }, consultation, personId)
    return lapsed.length
  })
  if (grown.length > 0) ground.ring(grown)
  return told
}

export async function isLapseToTell(ground: Ground): Promise<boolean> {
  return isAnyLapsed(ground.db, romeDay(ground.now()))
}
