import { powersAt } from '../consultations/index.ts'
import { seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { type Balance, ShowBalance } from './contract.ts'
import { listLanguages, listVoices } from './records-reading.ts'
import { mayWatchBalance } from './rules.ts'

/** Who has been heard so far, by seat and by language; for those who hold an office at the table. */
export const showBalance = query(ShowBalance, async ({ db, actor, now }, { meetingId }): Promise<Balance> => {
  const meeting = await seeMeeting(db, actor, meetingId)
  insist(mayWatchBalance(await powersAt(db, actor, { tableId: meeting.tableId }, now)))
  return {
    meetingId,
    roomId: meeting.roomId,
    seats: await listVoices(db, meeting, now, romeDay(now)),
    languages: await listLanguages(db, meetingId, now),
  }
})
