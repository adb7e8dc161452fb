import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { AcceptInvitation } from './contract.ts'
import { hashInvitation } from './invitation-token.ts'
import { keepMember } from './records.ts'
import { acceptInvitation as acceptRecord, findEmail, holdInvitation } from './records-invitations.ts'
import { mayAccept } from './rules.ts'

/** Joins an organisation by the mailed link: only the person at the invited address, and only once. */
export const acceptInvitation = command(AcceptInvitation, async ({ trx, actor, now }, { token }) => {
  const invitation = await holdInvitation(trx, hashInvitation(token), now)
  insist(mayAccept(invitation.email, await findEmail(trx, actor.id)))
  await acceptRecord(trx, invitation.id, actor.id, now)
  await keepMember(trx, {
    organisationId: invitation.organisationId,
    personId: actor.id,
    role: invitation.role,
    joinedAt: now,
  })
  return { organisationId: invitation.organisationId }
})
