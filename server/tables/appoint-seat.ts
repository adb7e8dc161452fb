import { command } from '../command.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { AppointSeat } from './contract.ts'
import {
  findAppointed,
  hasSeatBetween,
  holdTable,
  isMember,
  isVerified,
  keepMandate,
  keepSeat,
} from './records.ts'
import { isTermSound } from './rules.ts'
import { tellHolder } from './tell-holder.ts'

/** Gives a verified organisation a place at the table, by an act and for a term; who fills it may be named later. */
export const appointSeat = command(
  AppointSeat,
  async (act, { holderId, alternateId, clientId, ...asked }) => {
    const { trx, actor, now, inChain } = act
    await holdTable(trx, asked.tableId)
    insist(mayLead(await powersAt(trx, actor, { tableId: asked.tableId }, now)))
    const before = clientId && (await findAppointed(trx, actor.id, clientId))
    if (before) return { seatId: before.id, tableId: asked.tableId }
    insist(isTermSound(asked, romeDay(now)))
    if (!(await isVerified(trx, asked.organisationId)))
      throw refuseField('organisationId', 'organisation-not-verified')
    const endsOn = asked.endsOn ?? null
    if (await hasSeatBetween(trx, { ...asked, endsOn }))
      throw refuseField('organisationId', 'organisation-has-seat')
    if (holderId !== undefined && holderId === alternateId)
      throw refuseField('alternateId', 'already-fills-seat')
    const { id: seatId } = await keepSeat(trx, {
      ...asked,
      endsOn,
      appointedBy: actor.id,
      createdAt: now,
      clientId: clientId ?? null,
    })
    const { actNumber, actDate, startsOn, organisationId } = asked
    for (const [part, field, personId] of [
      ['holder', 'holderId', holderId],
      ['alternate', 'alternateId', alternateId],
    ] as const) {
      if (personId === undefined) continue
      if (!(await isMember(trx, organisationId, personId))) throw refuseField(field, 'not-a-member')
      await keepMandate(trx, { seatId, personId, part, actNumber, actDate, startsOn, endsOn, createdAt: now })
      await tellHolder(
        act,
        { personId, tableId: asked.tableId },
        { kind: 'seat-filled', part, organisationId, startsOn, endsOn },
      )
    }
    inChain({
      act: 'seat-appointed',
      about: seatId,
      consultationId: null,
      content: { tableId: asked.tableId, organisationId, kind: asked.kind, actNumber, startsOn, endsOn },
    })
    return { seatId, tableId: asked.tableId }
  },
)
