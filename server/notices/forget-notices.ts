import type { Ground } from '../ground.ts'
import { daysBefore, inParts } from '../in-parts.ts'
import { dropNotices } from './records-forgotten.ts'
import { noticeKeptDays, readNoticeKeptDays } from './words.ts'

/** Notices that were read some time ago, and those that nobody read for long. */
export async function forgetNotices(ground: Ground): Promise<number> {
  const before = {
    read: daysBefore(ground.now(), readNoticeKeptDays),
    at: daysBefore(ground.now(), noticeKeptDays),
  }
  return inParts((most) => dropNotices(ground.db, before, most))
}
