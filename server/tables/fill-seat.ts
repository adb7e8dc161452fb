import type { Act } from '../command.ts'
import { mayLead, powersAt, tellWhoLostSight } from '../consultations/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { holdSeat, isMember, keepMandate, listOverlapped, replaceMandates } from './records.ts'
import { isTermSound, isWithinSeat, mayReplace } from './rules.ts'
import { tellEnded } from './tell-ended.ts'
import { tellHolder } from './tell-holder.ts'
import type { MandatePart } from './words.ts'

type Naming = {
  seatId: string
  personId: string
  part: MandatePart
  actNumber: string
  actDate: string
  startsOn: string
  endsOn?: string | undefined
}

/** Puts a member of the organisation into its seat, in the place of whoever filled that part. */
export async function fillSeat(act: Act, asked: Naming): Promise<{ seatId: string; tableId: string }> {
  const { trx, actor, now } = act
  const seat = await holdSeat(trx, asked.seatId)
  const { tableId } = seat
  insist(mayLead(await powersAt(trx, actor, { tableId }, now)))
  insist(isTermSound(asked, romeDay(now)))
  insist(isWithinSeat(asked, seat))
  if (!(await isMember(trx, seat.organisationId, asked.personId)))
    throw refuseField('personId', 'not-a-member')
  const mandate = { ...asked, endsOn: asked.endsOn ?? seat.endsOn }
  const running = await listOverlapped(trx, mandate)
  if (running.some((each) => isSame(each, mandate))) return { seatId: seat.id, tableId }
  insist(mayReplace(running, asked.startsOn, romeDay(now)))
  const replaced = await replaceMandates(
    trx,
    running.map((each) => each.id),
    asked.startsOn,
  )
  await keepMandate(trx, { ...mandate, createdAt: now })
  await tellHolder(
    act,
    { personId: asked.personId, tableId },
    {
      kind: 'seat-filled',
      part: asked.part,
      organisationId: seat.organisationId,
      startsOn: asked.startsOn,
      endsOn: mandate.endsOn,
    },
  )
  // Whoever is named anew was told of their new term.
  await tellEnded(
    act,
    seat,
    replaced.filter((each) => each.personId !== asked.personId),
  )
  for (const personId of new Set(replaced.map((each) => each.personId)))
    await tellWhoLostSight(act, personId, { tableIds: [tableId] })
  return { seatId: seat.id, tableId }
}

// A form sent twice names once.
function isSame(
  one: { personId: string; part: MandatePart; startsOn: string; actNumber: string },
  other: { personId: string; part: MandatePart; startsOn: string; actNumber: string },
): boolean {
  return (
    one.personId === other.personId &&
    one.part === other.part &&
    one.startsOn === other.startsOn &&
    one.actNumber === other.actNumber
  )
}
