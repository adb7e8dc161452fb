import { command } from '../command.ts'
import { refuseField } from '../refusal.ts'
import { RegisterOrganisation } from './contract.ts'
import { findByClientId, isNameTaken, keepMember, keepOrganisation, lockName } from './records.ts'
import { regionOf } from './region-of.ts'

/** Registers an organisation; whoever registers it represents it. It is public once an official has verified it. */
export const registerOrganisation = command(
  RegisterOrganisation,
  async ({ trx, actor, now }, { clientId, confirmed, registerNumber, ...facts }) => {
    const before = clientId && (await findByClientId(trx, actor.id, clientId))
    if (before) return { organisationId: before.id }
    const regionCode = await regionOf(trx, facts.territoryCode)
    await lockName(trx, facts.name, regionCode)
    const again = clientId && (await findByClientId(trx, actor.id, clientId))
    if (again) return { organisationId: again.id }
    if (confirmed === undefined && (await isNameTaken(trx, facts.name, regionCode, null)))
      throw refuseField('name', 'organisation-exists')
    const kept = await keepOrganisation(trx, {
      ...facts,
      registerNumber: registerNumber ?? null,
      regionCode,
      registeredBy: actor.id,
      registeredAt: now,
      clientId: clientId ?? null,
    })
    await keepMember(trx, {
      organisationId: kept.id,
      personId: actor.id,
      role: 'representative',
      joinedAt: now,
    })
    return { organisationId: kept.id }
  },
)
