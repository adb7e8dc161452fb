import { command } from '../command.ts'
import { tellWhoLostSight } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { endSeatsOf } from '../tables/index.ts'
import { RejectOrganisation } from './contract.ts'
import { holdOrganisation, keepDecision, listRepresentatives } from './records.ts'
import { mayReject } from './rules.ts'
import { tellDecision } from './tell-decision.ts'

/**
 * Says no, with the reason that the organisation's members read. What it sat for ends with it, and what its representatives saw as
 * the body that answers; what it voted stands.
 */
export const rejectOrganisation = command(RejectOrganisation, async (act, { organisationId, reason }) => {
  const { trx, actor, now } = act
  const organisation = await holdOrganisation(trx, actor, organisationId)
  insist(mayReject(organisation))
  await keepDecision(trx, organisationId, {
    state: 'rejected',
    stateReason: reason,
    decidedBy: actor.id,
    decidedAt: now,
  })
  await endSeatsOf(act, organisationId)
  for (const { personId } of await listRepresentatives(trx, organisationId))
    await tellWhoLostSight(act, personId, { organisationId })
  await tellDecision(act, organisation, { kind: 'organisation-rejected', reason })
  return { organisationId }
})
