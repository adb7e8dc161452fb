import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { VerifyOrganisation } from './contract.ts'
import { holdOrganisation, keepDecision } from './records.ts'
import { mayVerify } from './rules.ts'
import { tellDecision } from './tell-decision.ts'

/** An official of the region has checked the organisation: it becomes public and may take a seat. */
export const verifyOrganisation = command(VerifyOrganisation, async (act, { organisationId }) => {
  const { trx, actor, now } = act
  const organisation = await holdOrganisation(trx, actor, organisationId)
  insist(mayVerify(organisation))
  await keepDecision(trx, organisationId, {
    state: 'verified',
    stateReason: null,
    decidedBy: actor.id,
    decidedAt: now,
  })
  await tellDecision(act, organisation, { kind: 'organisation-verified' })
  return { organisationId }
})
