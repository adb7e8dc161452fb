import type { Ground } from '../ground.ts'
import { daysBefore, inParts } from '../in-parts.ts'
import { romeDay } from '../rome-day.ts'
import { dropBegun, dropRoll, dropSent } from './records-forgotten.ts'
import { begunKeptDays, sentKeptDays } from './words.ts'

/** What was begun and left lying, and some time after a survey has closed all that was answered and who answered. */
export async function forgetResponses(ground: Ground): Promise<number> {
  const day = romeDay(daysBefore(ground.now(), begunKeptDays))
  const closed = daysBefore(ground.now(), sentKeptDays)
  return (
    (await inParts((most) => dropBegun(ground.db, day, most))) +
    (await inParts((most) => dropSent(ground.db, closed, most))) +
    (await inParts((most) => dropRoll(ground.db, closed, most)))
  )
}
