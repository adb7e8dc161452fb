import { recordInChain, type Link } from '../chain.ts'
import { eachDue } from '../each-due.ts'
import { recordEvent, tellMoment } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { findDue } from './records.ts'
import { turnClosed, turnOpen } from './turn-ballot.ts'

/** Nobody: the date came. */
const theDate: Guest = { kind: 'guest', language: 'it', network: '' }

/** Opens what is to be open by now; answers how many. */
export function openDueBallots(ground: Ground): Promise<number> {
  return turnDue(ground, 'planned')
}

/** Closes and counts what is to be closed by now; answers how many. */
export function closeDueBallots(ground: Ground): Promise<number> {
  return turnDue(ground, 'open')
}

/** One transaction each. Nodes that do this at once share the work. */
function turnDue(ground: Ground, state: 'planned' | 'open'): Promise<number> {
  return eachDue((passedOver, found) => turnOneDue(ground, state, passedOver, found))
}

async function turnOneDue(
  ground: Ground,
  state: 'planned' | 'open',
  passedOver: string[],
  found: (ballotId: string) => void,
): Promise<boolean> {
  const now = ground.now()
  const grown: Grown[] = []
  const links: Link[] = []
  const wasDue = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const ballot = await findDue(trx, state, now, passedOver)
    if (!ballot) return false
    found(ballot.id)
    const announce = async (announcement: Parameters<typeof recordEvent>[2]) => {
      grown.push({
        streamId: announcement.streamId,
        seq: await recordEvent(trx, theDate, announcement),
      })
    }
    const turning = { trx, announce, inChain: (link: Link) => void links.push(link) }
    if (state === 'planned') await turnOpen(turning, ballot, ballot.opensAt)
    else await turnClosed(turning, ballot, ballot.closesAt)
    await recordInChain(trx, theDate, now, links)
    return true
  })
  if (grown.length > 0) ground.ring(grown)
  return wasDue
}
