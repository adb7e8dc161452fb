import { recordInChain, type Link } from '../chain.ts'
import { eachDue } from '../each-due.ts'
import { recordEvent, tellMoment } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { findDuePoll } from './records.ts'
import { cleanUpShuffled } from './records-box.ts'
import { turnPollClosed, turnPollLapsed, turnPollOpen } from './turn-poll.ts'

/** Nobody: the date came. */
const theDate: Guest = { kind: 'guest', language: 'it', network: '' }

/** Opens, closes and calls off what is due by now, one transaction each; answers how many. Nodes share the work. */
export async function settleDuePolls(ground: Ground): Promise<number> {
  let isAnyTurned = false
  try {
    return await eachDue(async (passedOver, found) => {
      const isTurned = await turnOneDue(ground, passedOver, found)
      isAnyTurned ||= isTurned
      return isTurned
    })
  } finally {
    // What closed was shuffled.
    if (isAnyTurned) await cleanUpShuffled(ground.db)
  }
}

async function turnOneDue(
  ground: Ground,
  passedOver: string[],
  found: (pollId: string) => void,
): Promise<boolean> {
  const now = ground.now()
  const grown: Grown[] = []
  const links: Link[] = []
  const wasDue = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const poll = await findDuePoll(trx, now, passedOver)
    if (!poll) return false
    found(poll.id)
    const announce = async (announcement: Parameters<typeof recordEvent>[2]) => {
      grown.push({ streamId: announcement.streamId, seq: await recordEvent(trx, theDate, announcement) })
    }
    const turning = { trx, announce, inChain: (link: Link) => void links.push(link) }
    if (poll.state === 'open') await turnPollClosed(turning, poll, poll.closesAt)
    else if (poll.tierConfirmedBy) await turnPollOpen(turning, poll, poll.opensAt)
    else await turnPollLapsed(turning, poll, now)
    await recordInChain(trx, theDate, now, links)
    return true
  })
  if (grown.length > 0) ground.ring(grown)
  return wasDue
}
