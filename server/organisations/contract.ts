import { z } from 'zod'
import { after, clientId, email, id, line, lines, list, optional } from '../fields.ts'
import { territoryCode } from '../territories/contract.ts'
import {
  type OrganisationKind,
  organisationKinds,
  type OrganisationRole,
  organisationRoles,
  type OrganisationState,
  spokenLanguages,
} from './words.ts'

// A form sends them as the lines of one field.
const communities = z.preprocess(
  (given) =>
    typeof given === 'string'
      ? given
          .split(/[\n,;]/)
          .map((each) => each.trim())
          .filter((each) => each !== '')
      : (given ?? []),
  z.array(line(2, 60)).max(12),
)

const facts = {
  name: line(3, 120),
  kind: z.enum(organisationKinds),
  territoryCode,
  languages: list(z.enum(spokenLanguages)),
  communities,
  registerNumber: optional(line(1, 40)),
  /** The person was shown that the name is already there and means another organisation. */
  confirmed: optional(z.literal('yes')),
}

export const RegisterOrganisation = z.strictObject({ ...facts, clientId })
export const EditOrganisation = z.strictObject({ organisationId: id, ...facts })
export const VerifyOrganisation = z.strictObject({ organisationId: id })
export const RejectOrganisation = z.strictObject({ organisationId: id, reason: lines(10, 1000) })

export const InviteToOrganisation = z.strictObject({
  organisationId: id,
  email,
  role: z.enum(organisationRoles),
})
export const AcceptInvitation = z.strictObject({ token: line(20, 100) })
export const WithdrawInvitation = z.strictObject({ invitationId: id })
export const LeaveOrganisation = z.strictObject({ organisationId: id })
export const EndMembership = z.strictObject({ organisationId: id, personId: id })

export const ShowOrganisation = z.strictObject({ organisationId: id })
export const ShowInvitation = z.strictObject({ token: line(20, 100) })
export const ListInvitations = z.strictObject({ organisationId: id })
export const ListOrganisations = z.strictObject({
  name: optional(line(1, 80)),
  regionCode: optional(territoryCode),
  kind: optional(z.enum(organisationKinds)),
  after,
})
export const OrganisationsToVerify = z.strictObject({ after })
export const MyOrganisations = z.strictObject({})

export type OrganisationListed = {
  id: string
  name: string
  kind: OrganisationKind
  territory: string
  regionCode: string
  languages: string[]
}

export type OrganisationShown = {
  id: string
  name: string
  kind: OrganisationKind
  territoryCode: string
  territory: string
  regionCode: string
  region: string
  languages: string[]
  communities: string[]
  registerNumber: string | null
  state: OrganisationState
  /** Why it was rejected: for its members and the officials. */
  stateReason: string | null
  decidedAt: Date | null
  registeredAt: Date
  seats: {
    id: string
    kind: 'voting' | 'consultative' | 'observer'
    tableId: string
    table: { text: string; language: string }
    endsOn: string | null
  }[]
  /** Only for its own members. */
  members: { personId: string; name: string; role: OrganisationRole; isMe: boolean }[] | null
  may: { edit: boolean; invite: boolean; verify: boolean; reject: boolean; leave: boolean }
}

export type OrganisationToVerify = {
  id: string
  name: string
  kind: OrganisationKind
  territory: string
  region: string
  registerNumber: string | null
  registeredAt: Date
}

export type MyOrganisation = {
  id: string
  name: string
  kind: OrganisationKind
  state: OrganisationState
  stateReason: string | null
  role: OrganisationRole
}

export type InvitationListed = {
  id: string
  email: string
  role: OrganisationRole
  invitedAt: Date
  expiresAt: Date
}

export type InvitationShown = {
  organisationId: string
  organisation: string
  role: OrganisationRole
  expiresAt: Date
  /** Whether the person who reads is the one invited. */
  isMine: boolean
}
