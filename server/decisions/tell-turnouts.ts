import { recordEvent, tellMoment, type Announcement } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { holdTurnoutToTell, keepTold } from './records-turnout.ts'

/** Nobody: votes were counted, not read. */
const theClock: Guest = { kind: 'guest', language: 'it', network: '' }

/** Tells the rooms of meetings how many have voted, where more have since last time. A vote itself tells nobody. */
export async function tellTurnouts(ground: Ground): Promise<number> {
  for (let told = 0; ; told++) if (!(await tellOne(ground))) return told
}

async function tellOne(ground: Ground): Promise<boolean> {
  const now = ground.now()
  const grown: Grown[] = []
  const isTold = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const turnout = await holdTurnoutToTell(trx)
    if (!turnout) return false
    await keepTold(trx, turnout)
    const announce = async (announcement: Announcement) => {
      grown.push({ streamId: turnout.roomId, seq: await recordEvent(trx, theClock, announcement) })
    }
    await announce({ streamId: turnout.roomId, name: 'votes-counted', about: turnout.ballotId })
    return true
  })
  if (grown.length > 0) ground.ring(grown)
  return isTold
}
