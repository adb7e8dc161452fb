import { command } from '../command.ts'
import { insist, refuseField } from '../refusal.ts'
import { EditOrganisation } from './contract.ts'
import { holdOrganisation, isNameTaken, keepFacts, lockName } from './records.ts'
import { regionOf } from './region-of.ts'
import { mayChangeFacts, mayRepresent } from './rules.ts'

/** Changes what an organisation says of itself. One that was rejected goes back to the officials. */
export const editOrganisation = command(
  EditOrganisation,
  async ({ trx, actor }, { organisationId, confirmed, registerNumber, ...facts }) => {
    const organisation = await holdOrganisation(trx, actor, organisationId)
    insist(mayRepresent(organisation))
    insist(mayChangeFacts(organisation.state, organisation, { ...facts, registerNumber }))
    const regionCode = await regionOf(trx, facts.territoryCode)
    if (facts.name !== organisation.name && confirmed === undefined) {
      await lockName(trx, facts.name, regionCode)
      if (await isNameTaken(trx, facts.name, regionCode, organisationId))
        throw refuseField('name', 'organisation-exists')
    }
    const resubmits = organisation.state === 'rejected'
    await keepFacts(trx, organisationId, {
      ...facts,
      registerNumber: registerNumber ?? null,
      regionCode,
      resubmits,
    })
    return { organisationId, resubmits }
  },
)
