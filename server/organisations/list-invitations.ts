import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { type InvitationListed, ListInvitations } from './contract.ts'
import { listInvitations as listRecords } from './records-invitations.ts'
import { findShown } from './records-shown.ts'
import { isSeenBy, mayRepresent } from './rules.ts'

/** The invitations of an organisation that still stand, for its representatives. */
export const listInvitations = query(
  ListInvitations,
  async (
    { db, actor, now },
    { organisationId },
  ): Promise<{ organisation: string; invitations: InvitationListed[] }> => {
    const found = await findShown(db, actor, organisationId)
    if (!found || !isSeenBy(found)) throw new Refusal('unseen', 'organisation')
    insist(mayRepresent(found))
    return { organisation: found.name, invitations: await listRecords(db, organisationId, now) }
  },
)
