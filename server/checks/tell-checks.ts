import { type Announcement, recordEvent, tellMoment } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { holdCheckToTell, keepAnswered, keepCheckClosed } from './records.ts'

/** Nobody: the time is over, or the answers were counted. */
const theClock: Guest = { kind: 'guest', language: 'it', network: '' }

/** Closes the checks whose time is over, and tells how many have answered the others. Each is told once, by whichever node. */
export async function tellChecks(ground: Ground): Promise<number> {
  for (let told = 0; ; told++) if (!(await tellOne(ground))) return told
}

async function tellOne(ground: Ground): Promise<boolean> {
  const now = ground.now()
  const grown: Grown[] = []
  const isTold = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const check = await holdCheckToTell(trx, now)
    if (!check) return false
    const isOver = check.endsAt <= now
    if (isOver) await keepCheckClosed(trx, check.id, check.endsAt)
    else await keepAnswered(trx, check.id, check.answers)
    const announce = async (announcement: Announcement) => {
      grown.push({ streamId: check.roomId, seq: await recordEvent(trx, theClock, announcement) })
    }
    await announce({
      streamId: check.roomId,
      name: isOver ? 'check-closed' : 'check-answered',
      about: check.id,
    })
    return true
  })
  if (grown.length > 0) ground.ring(grown)
  return isTold
}
