import { powersAt } from '../consultations/index.ts'
import { seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { type MyAnswers, ShowMyAnswers } from './contract.ts'
import { listAnswersOf } from './records.ts'

/** What the reader, or a seat they fill, has answered to the check that is open. */
export const showMyAnswers = query(
  ShowMyAnswers,
  async ({ db, actor, now }, { meetingId }): Promise<MyAnswers> => {
    const meeting = await seeMeeting(db, actor, meetingId)
    if (actor.kind === 'guest') return []
    const { seats } = await powersAt(db, actor, { tableId: meeting.tableId }, now)
    return listAnswersOf(db, meetingId, [actor.id, ...seats.map(({ seatId }) => seatId)])
  },
)
