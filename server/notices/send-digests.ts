import type { Ground } from '../ground.ts'
import { dayAfter, romeDay } from '../rome-day.ts'
import { romeMoment } from '../rome-moment.ts'
import { mailNotices } from './mail-notices.ts'
import { listOwedDigests } from './records.ts'

const atATime = 200

/** What happened by seven this morning in Italy goes into today's mail, whenever a worker comes to it. */
export function digestUpTo(now: Date): Date {
  const today = romeDay(now)
  const seven = romeMoment(`${today}T07:00`)
  return seven <= now ? seven : romeMoment(`${dayAfter(today, -1)}T07:00`)
}

/** One mail a day to each who asked for that, with everything they have not read. */
export async function sendDigests(ground: Ground): Promise<number> {
  const upTo = digestUpTo(ground.now())
  let people = 0
  for (;;) {
    const owed = await listOwedDigests(ground.db, upTo, atATime)
    for (const personId of owed)
      await ground.db.transaction().execute((trx) => mailNotices(ground, trx, personId, 'digest', upTo))
    people += owed.length
    if (owed.length < atATime) return people
  }
}

export async function isDigestDue(ground: Ground): Promise<boolean> {
  return (await listOwedDigests(ground.db, digestUpTo(ground.now()), 1)).length > 0
}
