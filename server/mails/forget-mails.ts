import type { Ground } from '../ground.ts'
import { daysBefore, inParts } from '../in-parts.ts'
import { dropMails } from './records.ts'
import { mailKeptDays } from './words.ts'

/** Mails that were delivered, or given up, some time ago: their words and whom they were for. */
export async function forgetMails(ground: Ground): Promise<number> {
  return inParts((most) => dropMails(ground.db, daysBefore(ground.now(), mailKeptDays), most))
}
