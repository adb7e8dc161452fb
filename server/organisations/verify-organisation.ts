import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { VerifyOrganisation } from './contract.ts'
import { holdOrganisation, keepDecision } from './records.ts'
import { mayVerify } from './rules.ts'

/** An official of the region has checked the organisation: it becomes public and may take a seat. */
export const verifyOrganisation = command(
  VerifyOrganisation,
  async ({ trx, actor, now }, { organisationId }) => {
    insist(mayVerify(await holdOrganisation(trx, actor, organisationId)))
    await keepDecision(trx, organisationId, {
      state: 'verified',
      stateReason: null,
      decidedBy: actor.id,
      decidedAt: now,
    })
    return { organisationId }
  },
)
