import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { keepPerson } from '../people/index.ts'
import { insist, refuseField } from '../refusal.ts'
import { AppointOfficer } from './contract.ts'
import { findOfficer, holdTable, keepOfficer } from './records.ts'
import { mayGiveOffice } from './rules.ts'
import { tellHolder } from './tell-holder.ts'

/** Gives an office to the person at an address, whether or not they have entered before. */
export const appointOfficer = command(AppointOfficer, async (act, { tableId, email, office }) => {
  const { trx, actor, now, inChain } = act
  await holdTable(trx, tableId)
  insist(mayGiveOffice(actor, await powersAt(trx, actor, { tableId }, now), office))
  const { id: personId } = await keepPerson(trx, email, actor.language)
  if (await findOfficer(trx, tableId, office, personId)) return { tableId, office }
  if (office === 'chair' && (await findOfficer(trx, tableId, 'chair')))
    throw refuseField('office', 'table-has-chair')
  await keepOfficer(trx, { tableId, personId, office, appointedAt: now })
  await tellHolder(act, { personId, tableId }, { kind: 'office-given', office })
  inChain({ act: 'officer-appointed', about: tableId, consultationId: null, content: { office, personId } })
  return { tableId, office }
})
