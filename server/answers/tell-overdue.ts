import { recordEvent, tellMoment } from '../events.ts'
import type { Ground, Guest } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import { isOverdueUntold, takeOverdue } from './records.ts'

/** Nobody: the date came. */
const theDate: Guest = { kind: 'guest', language: 'it', network: '' }

/** Says on each consultation's stream, once, that an answer's last day has passed in Italy. */
export async function tellOverdue(ground: Ground): Promise<number> {
  const now = ground.now()
  const grown = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const overdue = await takeOverdue(trx, romeDay(now), now)
    // In one order, so that two workers do not wait for each other's streams.
    overdue.sort((one, other) => one.consultationId.localeCompare(other.consultationId))
    const told = []
    for (const { proposalId, consultationId, dueOn } of overdue) {
      const seq = await recordEvent(trx, theDate, {
        streamId: consultationId,
        name: 'answer-overdue',
        about: proposalId,
        body: { dueOn },
      })
      told.push({ streamId: consultationId, seq })
    }
    return told
  })
  if (grown.length > 0) ground.ring(grown)
  return grown.length
}

export async function isOverdueToTell(ground: Ground): Promise<boolean> {
  return isOverdueUntold(ground.db, romeDay(ground.now()))
}
