import { command } from '../command.ts'
import { mayLead, powersAt, tellWhoLostSight } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { dayAfter, romeDay } from '../rome-day.ts'
import { EndSeat } from './contract.ts'
import { endMandatesOf, holdSeat, keepSeatEnd } from './records.ts'
import { mayEnd } from './rules.ts'

/** Ends a seat on a day, that day included, with the reason; whoever fills it ends with it. */
export const endSeat = command(EndSeat, async (act, { seatId, endsOn, reason }) => {
  const { trx, actor, now, inChain } = act
  const seat = await holdSeat(trx, seatId)
  insist(mayLead(await powersAt(trx, actor, { tableId: seat.tableId }, now)))
  insist(mayEnd(seat, endsOn, dayAfter(romeDay(now), -1)))
  await keepSeatEnd(trx, seatId, endsOn, reason)
  for (const personId of await endMandatesOf(trx, seatId, endsOn))
    await tellWhoLostSight(act, personId, { tableIds: [seat.tableId] })
  inChain({
    act: 'seat-ended',
    about: seatId,
    consultationId: null,
    content: { tableId: seat.tableId, endsOn },
  })
  return { seatId, tableId: seat.tableId }
})
