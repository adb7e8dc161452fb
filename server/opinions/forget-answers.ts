import type { Ground } from '../ground.ts'
import { daysBefore, inParts } from '../in-parts.ts'
import { dropAnswerers } from './records-forgotten.ts'
import { answersKeptDays } from './words.ts'

/** Who answered what, some time after the consultation has closed: what was published of it stays, and nothing else. */
export async function forgetAnswers(ground: Ground): Promise<number> {
  return inParts((most) => dropAnswerers(ground.db, daysBefore(ground.now(), answersKeptDays), most))
}
