import type { Actor } from '../ground.ts'
import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { OrganisationRole, OrganisationState } from './words.ts'

/** What joins one person and one organisation. */
export type Standing = {
  state: OrganisationState
  verifiedAt: Date | null
  role: OrganisationRole | null
  isOfficial: boolean
}

/**
 * What was once verified is public: its seats and needs are there to be read, and lead to it also when the verification was
 * taken back. The others are known to their members and to who decides on them.
 */
export function isSeenBy(standing: Standing): boolean {
  return (
    standing.state === 'verified' ||
    standing.verifiedAt !== null ||
    standing.role !== null ||
    standing.isOfficial
  )
}

/** Coordinators decide everywhere, officials in the regions they are named for. */
export function decidesEverywhere(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.includes('coordinator')
}

export function mayRepresent({ role }: Standing): Verdict {
  return role === 'representative' ? true : new Refusal('forbidden', 'only-for-representatives')
}

export function mayVerify({ state, isOfficial }: Standing): Verdict {
  if (!isOfficial) return new Refusal('forbidden', 'only-for-officials')
  return state === 'verified' ? new Refusal('conflict', 'organisation-already-verified') : true
}

/** A verification can be taken back: an organisation may turn out not to be what it said. */
export function mayReject({ state, isOfficial }: Standing): Verdict {
  if (!isOfficial) return new Refusal('forbidden', 'only-for-officials')
  return state === 'rejected' ? new Refusal('conflict', 'organisation-already-rejected') : true
}

type VerifiedFacts = {
  name: string
  kind: string
  territoryCode: string
  registerNumber?: string | null | undefined
}

/** What an official has checked stays as it was checked: else a verified name could become another's. */
export function mayChangeFacts(
  state: OrganisationState,
  before: VerifiedFacts,
  after: VerifiedFacts,
): Verdict {
  if (state !== 'verified') return true
  if (before.name !== after.name) return refuseField('name', 'fixed-once-verified')
  if (before.kind !== after.kind) return refuseField('kind', 'fixed-once-verified')
  if (before.territoryCode !== after.territoryCode) return refuseField('territoryCode', 'fixed-once-verified')
  if ((before.registerNumber ?? '') !== (after.registerNumber ?? ''))
    return refuseField('registerNumber', 'fixed-once-verified')
  return true
}

/** An organisation is never left without a representative. */
export function mayLeave(role: OrganisationRole, representatives: number): Verdict {
  return role === 'representative' && representatives < 2
    ? new Refusal('conflict', 'last-representative')
    : true
}

/** A link that was passed on lets nobody else in. */
export function mayAccept(invited: string, email: string | null): Verdict {
  return email === invited ? true : new Refusal('forbidden', 'invitation-for-another')
}
