import { powersAt } from '../consultations/index.ts'
import { mayRun, seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { romeDay } from '../rome-day.ts'
import { type MyPlaces, ShowMyPlaces } from './contract.ts'
import { listOwnApologies, listSeats } from './records-reading.ts'
import { mayWatchBalance } from './rules.ts'

/** Which seats the reader fills today, and what the reader may do; the rest of the meeting is on the room's sheet. */
export const showMyPlaces = query(
  ShowMyPlaces,
  async ({ db, actor, now }, { meetingId }): Promise<MyPlaces> => {
    const meeting = await seeMeeting(db, actor, meetingId)
    if (actor.kind === 'guest')
      return { seats: [], runs: false, presides: false, watchesBalance: false, apologies: [] }
    const powers = await powersAt(db, actor, { tableId: meeting.tableId }, now)
    const seats = powers.seats.length > 0 ? await listSeats(db, meeting.tableId, romeDay(now)) : []
    return {
      seats: powers.seats.map(({ seatId, part }) => ({
        seatId,
        part,
        organisation: seats.find(({ id }) => id === seatId)?.organisation ?? '',
      })),
      runs: mayRun(powers) === true,
      presides: powers.offices.includes('chair'),
      watchesBalance: mayWatchBalance(powers) === true,
      apologies: await listOwnApologies(db, meetingId, actor.id),
    }
  },
)
