import { command } from '../command.ts'
import { powersAt, tellWhoLostSight } from '../consultations/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { EndOfficer } from './contract.ts'
import { endOfficer as endOfficerRecord, findOfficer, holdTable } from './records.ts'
import { mayGiveOffice } from './rules.ts'
import { tellHolder } from './tell-holder.ts'

/** Ends an office; who may give it may take it back. Whoever held it is told, unless they gave it up themselves. */
export const endOfficer = command(EndOfficer, async (act, { tableId, personId, office }) => {
  const { trx, actor, now, inChain } = act
  await holdTable(trx, tableId)
  insist(mayGiveOffice(actor, await powersAt(trx, actor, { tableId }, now), office))
  const officer = await findOfficer(trx, tableId, office, personId)
  if (!officer) throw new Refusal('unseen', 'officer')
  await endOfficerRecord(trx, officer.id, now)
  if (personId !== actor.id) await tellHolder(act, { personId, tableId }, { kind: 'office-ended', office })
  await tellWhoLostSight(act, personId, { tableIds: [tableId] })
  inChain({ act: 'officer-ended', about: tableId, consultationId: null, content: { office, personId } })
  return { tableId, office }
})
