import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowMinutesBytes } from './contract.ts'
import { seeMinutes } from './hold-minutes.ts'
import { findApproved } from './records.ts'

/** The exact text that the SHA-256 of approved minutes is of. A draft has no such text yet. */
export const showMinutesBytes = query(ShowMinutesBytes, async ({ db, actor }, { meetingId }) => {
  await seeMinutes(db, actor, meetingId)
  const found = await findApproved(db, meetingId)
  if (!found) throw new Refusal('unseen', 'minutes')
  const { canonical, sha256, year, number } = found
  return { canonical, sha256, year, number }
})
