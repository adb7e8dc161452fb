import { powersAt } from '../consultations/index.ts'
import { mayRun, seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { type ApologiesListed, ListApologies } from './contract.ts'
import * as records from './records-reading.ts'

/** Who sent apologies, and what they wrote to the chair. */
export const listApologies = query(
  ListApologies,
  async ({ db, actor, now }, { meetingId }): Promise<ApologiesListed> => {
    const meeting = await seeMeeting(db, actor, meetingId)
    insist(mayRun(await powersAt(db, actor, { tableId: meeting.tableId }, now)))
    return records.listApologies(db, meetingId)
  },
)
