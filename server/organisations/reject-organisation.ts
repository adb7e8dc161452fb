import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { RejectOrganisation } from './contract.ts'
import { holdOrganisation, keepDecision } from './records.ts'
import { mayReject } from './rules.ts'

/** Says no, with the reason that the organisation's members read. */
export const rejectOrganisation = command(
  RejectOrganisation,
  async ({ trx, actor, now }, { organisationId, reason }) => {
    insist(mayReject(await holdOrganisation(trx, actor, organisationId)))
    await keepDecision(trx, organisationId, {
      state: 'rejected',
      stateReason: reason,
      decidedBy: actor.id,
      decidedAt: now,
    })
    return { organisationId }
  },
)
