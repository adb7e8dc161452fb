import { saidIn } from '../by-language.ts'
import { leadsTable, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { dayAfter, romeDay } from '../rome-day.ts'
import { ShowTable, type SeatShown, type TableShown } from './contract.ts'
import { findTable, listConsultationsOf } from './records-shown.ts'
import { officesGivenBy } from './rules.ts'
import { endingSoonDays } from './words.ts'

/** A table as it was, is or will be on a day: who represents whom. Holding a seat is a public function, so names are shown. */
export const showTable = query(
  ShowTable,
  async ({ db, actor, now }, { tableId, on }): Promise<TableShown> => {
    const today = romeDay(now)
    const day = on ?? today
    const found = await findTable(db, tableId, day)
    if (!found) throw new Refusal('unseen', 'table')
    const consultations = await listConsultationsOf(db, actor, tableId, today)
    const powers = await powersAt(db, actor, { tableId }, now)
    return {
      ...found,
      name: saidIn(found.name, actor.language),
      purpose: saidIn(found.purpose, actor.language),
      on: day,
      today,
      seats: found.seats.map((seat) => ({ ...seat, isEndingSoon: isEndingSoon(seat, day) })),
      consultations: consultations.map((each) => ({ ...each, title: saidIn(each.title, actor.language) })),
      may: {
        appointSeat: leadsTable(powers),
        openConsultation: leadsTable(powers),
        appointOfficer: officesGivenBy(actor, powers).length > 0,
      },
    }
  },
)

function isEndingSoon(seat: Omit<SeatShown, 'isEndingSoon'>, day: string): boolean {
  if (seat.endedAt) return false
  const soon = dayAfter(day, endingSoonDays)
  return [seat.endsOn, seat.holder?.endsOn].some((end) => end && end <= soon)
}
