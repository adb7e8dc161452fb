import { tellWhoLostSight } from '../consultations/index.ts'
import type { Act } from '../command.ts'
import { endMandatesOf, keepSeatEnd } from './records.ts'
import { tellEnded } from './tell-ended.ts'

/** Whoever fills a seat ends with it, and what they saw by it; they are told. */
export async function seatEnds(
  act: Act,
  { id, ...place }: { id: string; tableId: string; organisationId: string },
  day: string,
  reason: string,
): Promise<void> {
  const { trx, inChain } = act
  const { tableId } = place
  const endsOn = await keepSeatEnd(trx, id, day, reason)
  const ended = await endMandatesOf(trx, id, day)
  await tellEnded(act, place, ended)
  for (const personId of new Set(ended.map((each) => each.personId)))
    await tellWhoLostSight(act, personId, { tableIds: [tableId] })
  inChain({ act: 'seat-ended', about: id, consultationId: null, content: { tableId, endsOn } })
}
