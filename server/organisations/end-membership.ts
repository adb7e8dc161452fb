import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { EndMembership } from './contract.ts'
import { endMember } from './end-member.ts'
import { holdOrganisation } from './records.ts'
import { mayRepresent } from './rules.ts'

/** A representative ends someone's membership. */
export const endMembership = command(EndMembership, async (act, { organisationId, personId }) => {
  insist(mayRepresent(await holdOrganisation(act.trx, act.actor, organisationId)))
  await endMember(act, organisationId, personId)
  return { organisationId, personId }
})
