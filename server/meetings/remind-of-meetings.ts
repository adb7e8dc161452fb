import { recordEvent, tellMoment } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { isAnyToRemind, takeToRemind } from './records-invited.ts'
import { remindedBefore } from './rules.ts'
import { tellInvited } from './tell-invited.ts'

/** Nobody: the day came. */
const theDay: Guest = { kind: 'guest', language: 'it', network: '' }

/** Reminds, a day before and once, of each meeting that is near. One transaction each; nodes share the work. */
export async function remindOfMeetings(ground: Ground): Promise<number> {
  for (let reminded = 0; ; reminded++) if (!(await remindOfOne(ground))) return reminded
}

async function remindOfOne(ground: Ground): Promise<boolean> {
  const now = ground.now()
  const grown: Grown[] = []
  const wasDue = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const meeting = await takeToRemind(trx, now, remindedBefore(now))
    if (!meeting) return false
    await tellInvited({ ground, trx, now }, 'meeting-near', meeting)
    const near = { streamId: meeting.roomId, name: 'meeting-near', about: meeting.id }
    grown.push({ streamId: meeting.roomId, seq: await recordEvent(trx, theDay, near) })
    return true
  })
  if (grown.length > 0) ground.ring(grown)
  return wasDue
}

export async function isReminderDue(ground: Ground): Promise<boolean> {
  const now = ground.now()
  return isAnyToRemind(ground.db, now, remindedBefore(now))
}
