import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { WithdrawInvitation } from './contract.ts'
import { findMember } from './records.ts'
import { holdInvitationById, withdrawInvitation as withdrawRecord } from './records-invitations.ts'

/** Takes an invitation back before it is accepted; for anybody but a representative it is not there. */
export const withdrawInvitation = command(
  WithdrawInvitation,
  async ({ trx, actor, now }, { invitationId }) => {
    const { organisationId } = await holdInvitationById(trx, invitationId, now)
    const member = await findMember(trx, organisationId, actor.id)
    if (member?.role !== 'representative') throw new Refusal('unseen', 'invitation')
    await withdrawRecord(trx, invitationId, now)
    return { organisationId }
  },
)
