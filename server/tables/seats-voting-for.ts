import type { Reader } from '#db/database.ts'
import { romeDay } from '../rome-day.ts'
import { listVotingSeats } from './records.ts'

/** The seats a person may vote for at a table on the day of `now`. */
export function seatsVotingFor(db: Reader, personId: string, tableId: string, now: Date) {
  return listVotingSeats(db, personId, tableId, romeDay(now))
}
