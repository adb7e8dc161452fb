import type { Reader } from '#db/database.ts'
import { romeDay } from '../rome-day.ts'
import type { PresenceShown, Quorum, SeatOnSheet } from './contract.ts'
import * as records from './records-reading.ts'
import { seatsNeeded } from './rules.ts'

/** Counted from the voting seats in force on the day of `now`. */
export async function quorumOf(db: Reader, meetingId: string, now: Date): Promise<Quorum> {
  const { voting, present, percent } = await records.countVoting(db, meetingId, romeDay(now))
  return { voting, present, needed: seatsNeeded(voting, percent) }
}

export function readSeats(db: Reader, tableId: string, now: Date): Promise<SeatOnSheet[]> {
  return records.listSeats(db, tableId, romeDay(now))
}

export async function readPresence(db: Reader, meetingId: string, now: Date): Promise<PresenceShown> {
  const found = await records.findPresences(db, meetingId)
  const seatsWith = (wanted: 'holder' | 'alternate' | null) =>
    found.filter(({ part }) => part === wanted).map(({ seatId }) => seatId)
  return {
    holders: seatsWith('holder'),
    alternates: seatsWith('alternate'),
    apologies: seatsWith(null),
    quorum: await quorumOf(db, meetingId, now),
  }
}
