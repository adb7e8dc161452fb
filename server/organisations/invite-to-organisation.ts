import { command } from '../command.ts'
import type { Language } from '../ground.ts'
import { sendMail, withoutAddresses } from '../mails/index.ts'
import { insist } from '../refusal.ts'
import { InviteToOrganisation } from './contract.ts'
import { hashInvitation, newInvitation } from './invitation-token.ts'
import { holdOrganisation } from './records.ts'
import { findPersonByEmail, keepInvitation } from './records-invitations.ts'
import { mayRepresent } from './rules.ts'
import { invitationDays } from './words.ts'

/** Invites by e-mail. Whether the address already has an account cannot be told from the answer. */
export const inviteToOrganisation = command(
  InviteToOrganisation,
  async ({ trx, actor, now, ground }, { organisationId, email, role }) => {
    await ground.limits.take('invitation-by-person', actor.id)
    const organisation = await holdOrganisation(trx, actor, organisationId)
    insist(mayRepresent(organisation))
    const token = newInvitation()
    const { id } = await keepInvitation(trx, {
      organisationId,
      email,
      role,
      tokenHash: hashInvitation(token),
      invitedBy: actor.id,
      invitedAt: now,
      expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
    })
    const known = await findPersonByEmail(trx, email)
    await sendMail(trx, {
      recipient: email,
      personId: known?.id ?? null,
      language: (known?.language as Language | undefined) ?? actor.language,
      kind: 'organisation-invitation',
      values: {
        organisation: withoutAddresses(organisation.name),
        link: new URL(`/invitations/${token}`, ground.settings.publicUrl).href,
        days: invitationDays,
      },
    })
    return { invitationId: id, email }
  },
)
