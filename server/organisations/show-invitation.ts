import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type InvitationShown, ShowInvitation } from './contract.ts'
import { hashInvitation } from './invitation-token.ts'
import { findEmail, findInvitation } from './records-invitations.ts'
import { mayAccept } from './rules.ts'

/** What an invitation's link shows; one that was used, withdrawn or is too old is not there. */
export const showInvitation = query(
  ShowInvitation,
  async ({ db, actor, now }, { token }): Promise<InvitationShown> => {
    const found = await findInvitation(db, hashInvitation(token), now)
    if (!found) throw new Refusal('unseen', 'invitation')
    const { email, ...shown } = found
    const isMine = actor.kind === 'person' && mayAccept(email, await findEmail(db, actor.id)) === true
    return { ...shown, isMine }
  },
)
