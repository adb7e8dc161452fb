import { tellWhoLostSight } from '../consultations/index.ts'
import type { Act } from '../command.ts'
import { endMandatesOf, keepSeatEnd } from './records.ts'

/** Whoever fills a seat ends with it, and what they saw by it. */
export async function seatEnds(
  act: Act,
  { id, tableId }: { id: string; tableId: string },
  day: string,
  reason: string,
): Promise<void> {
  const { trx, inChain } = act
  const endsOn = await keepSeatEnd(trx, id, day, reason)
  for (const personId of await endMandatesOf(trx, id, day))
    await tellWhoLostSight(act, personId, { tableIds: [tableId] })
  inChain({ act: 'seat-ended', about: id, consultationId: null, content: { tableId, endsOn } })
}
