import type { Ground } from '../ground.ts'
import { daysBefore, inParts } from '../in-parts.ts'
import { dropCodes, dropSessions } from './records-forgotten.ts'
import { codeKeptDays, sessionKeptDays } from './words.ts'

/** Codes that no longer open anything, with the addresses they went to, and devices that were left long ago. */
export async function forgetEntries(ground: Ground): Promise<number> {
  const codes = await inParts((most) => dropCodes(ground.db, daysBefore(ground.now(), codeKeptDays), most))
  return (
    codes +
    (await inParts((most) => dropSessions(ground.db, daysBefore(ground.now(), sessionKeptDays), most)))
  )
}
