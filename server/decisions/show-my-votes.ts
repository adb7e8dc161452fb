import { powersAt } from '../consultations/index.ts'
import { seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { ShowMyVotes, type MyVotes } from './contract.ts'
import { listVotesOf } from './records-reading.ts'

/** How the reader's own seats stand in the vote that is open; nobody is shown anybody else's. */
export const showMyVotes = query(ShowMyVotes, async ({ db, actor, now }, { meetingId }): Promise<MyVotes> => {
  const meeting = await seeMeeting(db, actor, meetingId)
  const { seats } = await powersAt(db, actor, { tableId: meeting.tableId }, now)
  return listVotesOf(
    db,
    meetingId,
    seats.map(({ seatId }) => seatId),
  )
})
