import { command } from '../command.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { dayAfter, romeDay } from '../rome-day.ts'
import { EndSeat } from './contract.ts'
import { holdSeat } from './records.ts'
import { mayEnd } from './rules.ts'
import { seatEnds } from './seat-ends.ts'

/** Ends a seat on a day, that day included, with the reason; whoever fills it ends with it. */
export const endSeat = command(EndSeat, async (act, { seatId, endsOn, reason }) => {
  const { trx, actor, now } = act
  const seat = await holdSeat(trx, seatId)
  insist(mayLead(await powersAt(trx, actor, { tableId: seat.tableId }, now)))
  insist(mayEnd(seat, endsOn, dayAfter(romeDay(now), -1)))
  await seatEnds(act, seat, endsOn, reason)
  return { seatId, tableId: seat.tableId }
})
