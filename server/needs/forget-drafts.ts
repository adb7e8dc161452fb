import type { Ground } from '../ground.ts'
import { daysBefore, inParts } from '../in-parts.ts'
import { dropOldDrafts } from './records-drafts.ts'
import { draftKeptDays } from './words.ts'

/** Drafts that their authors left lying. */
export async function forgetDrafts(ground: Ground): Promise<number> {
  return inParts((most) => dropOldDrafts(ground.db, daysBefore(ground.now(), draftKeptDays), most))
}
