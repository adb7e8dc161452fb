import { command } from '../command.ts'
import { LeaveOrganisation } from './contract.ts'
import { endMember } from './end-member.ts'
import { holdOrganisation } from './records.ts'

/** Leaves an organisation, and its seats with it. */
export const leaveOrganisation = command(LeaveOrganisation, async (act, { organisationId }) => {
  await holdOrganisation(act.trx, act.actor, organisationId)
  await endMember(act, organisationId, act.actor.id)
  return { organisationId }
})
