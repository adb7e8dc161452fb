import { saidIn } from '../by-language.ts'
import { leadsTable, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { ListSeatHistory, type SeatHistory } from './contract.ts'
import { findSeat, listMembersOf } from './records-shown.ts'

/** A seat and everyone who ever filled it. */
export const listSeatHistory = query(
  ListSeatHistory,
  async ({ db, actor, now }, { seatId }): Promise<SeatHistory> => {
    const today = romeDay(now)
    const found = await findSeat(db, seatId)
    if (!found) throw new Refusal('unseen', 'seat')
    const { tableId, table, organisationId, organisation, mandates, ...seat } = found
    const isOver = seat.endsOn !== null && seat.endsOn < today
    const leads = leadsTable(await powersAt(db, actor, { tableId }, now))
    return {
      ...seat,
      table: { id: tableId, name: saidIn(table, actor.language) },
      organisation: { id: organisationId, name: organisation },
      isInForce: isInForce(seat, today),
      mandates: mandates.map((mandate) => ({ ...mandate, isInForce: isInForce(mandate, today) })),
      today,
      may: { name: leads && !isOver, end: leads && !isOver },
      people: leads && !isOver ? await listMembersOf(db, organisationId) : [],
    }
  },
)

function isInForce(term: { startsOn: string; endsOn: string | null }, day: string): boolean {
  return term.startsOn <= day && (term.endsOn === null || term.endsOn >= day)
}
