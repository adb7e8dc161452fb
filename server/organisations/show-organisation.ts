import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type OrganisationShown, ShowOrganisation } from './contract.ts'
import { findShown, listSeatsAndMembers } from './records-shown.ts'
import { isSeenBy, mayReject, mayRepresent, mayVerify } from './rules.ts'

/** What anyone may know of a verified organisation; more for its members and for who decides on it. */
export const showOrganisation = query(
  ShowOrganisation,
  async ({ db, actor, now }, { organisationId }): Promise<OrganisationShown> => {
    const found = await findShown(db, actor, organisationId)
    if (!found || !isSeenBy(found)) throw new Refusal('unseen', 'organisation')
    const { role, isOfficial, stateReason, verifiedAt: _, ...facts } = found
    const { seats, members } = await listSeatsAndMembers(db, {
      organisationId,
      withMembers: role !== null,
      now,
    })
    const represents = mayRepresent(found) === true
    return {
      ...facts,
      stateReason: role !== null || isOfficial ? stateReason : null,
      seats: seats.map((seat) => ({ ...seat, table: saidIn(seat.table, actor.language) })),
      members:
        role === null
          ? null
          : members.map((member) => ({
              ...member,
              isMe: actor.kind === 'person' && member.personId === actor.id,
            })),
      may: {
        edit: represents,
        invite: represents,
        verify: mayVerify(found) === true,
        reject: mayReject(found) === true,
        leave: role !== null,
      },
    }
  },
)
