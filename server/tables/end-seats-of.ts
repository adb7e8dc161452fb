import type { Act } from '../command.ts'
import { dayAfter, romeDay } from '../rome-day.ts'
import { listSeatsBeyond } from './records.ts'
import { seatEnds } from './seat-ends.ts'

/** An organisation that is not verified sits nowhere: the last day of its seats was the day before. */
export async function endSeatsOf(act: Act, organisationId: string): Promise<void> {
  const yesterday = dayAfter(romeDay(act.now), -1)
  for (const seat of await listSeatsBeyond(act.trx, organisationId, yesterday))
    await seatEnds(act, seat, yesterday, 'organisation-rejected')
}
