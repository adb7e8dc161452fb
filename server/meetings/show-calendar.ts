import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { publishedCalendar } from './calendar.ts'
import { ShowCalendar } from './contract.ts'
import { findToldTo } from './records-invited.ts'

/** The meeting as a file for a calendar (RFC 5545). */
export const showCalendar = query(ShowCalendar, async ({ db, actor, now, ground }, { meetingId }) => {
  const meeting = await findToldTo(db, actor, meetingId)
  if (!meeting) throw new Refusal('unseen', 'meeting')
  const { settings } = ground
  return { file: publishedCalendar(meeting, { settings, language: actor.language, now }) }
})
