import type { ConsultationSeen, Powers } from '../consultations/contract.ts'
import type { Person } from '../ground.ts'
import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { NeedHeld } from './contract.ts'

/** Needs come in while the consultation listens and discusses. */
export function mayPost({ phase, closedAt }: Pick<ConsultationSeen, 'phase' | 'closedAt'>): Verdict {
  if (closedAt !== null) return new Refusal('conflict', 'consultation-closed')
  if (phase !== 'listen' && phase !== 'discuss') return new Refusal('conflict', 'needs-not-open')
  return true
}

/** Until a proposal stands on it: a need that changed under a vote would change the vote. */
export function mayEdit(need: NeedHeld, powers: Powers, actor: Person): Verdict {
  if (!isOf(need, powers, actor)) return new Refusal('forbidden', 'not-your-need')
  if (stands(need) !== true) return stands(need)
  return need.isGrouped ? new Refusal('conflict', 'need-grouped') : mayPost(need)
}

export function mayWithdraw(need: NeedHeld, powers: Powers, actor: Person): Verdict {
  if (!isOf(need, powers, actor)) return new Refusal('forbidden', 'not-your-need')
  return need.state === 'withdrawn' ? new Refusal('conflict', 'need-withdrawn') : true
}

/** Nobody supports their own need, for themself or for the organisation that posted it. */
export function maySupport(need: NeedHeld, as: Person | { organisationId: string }): Verdict {
  if (stands(need) !== true) return stands(need)
  if (need.closedAt !== null) return new Refusal('conflict', 'consultation-closed')
  const isOwn = 'organisationId' in as ? as.organisationId === need.organisationId : as.id === need.authorId
  return isOwn ? new Refusal('conflict', 'own-need') : true
}

/** The table's chair or secretary, or the body that will answer. */
export function mayMarkRead(need: NeedHeld, powers: Powers): Verdict {
  const reads =
    powers.offices.includes('chair') || powers.offices.includes('secretary') || powers.isAnsweringBody
  if (!reads) return new Refusal('forbidden', 'not-for-you-to-read')
  return stands(need)
}

export function represents(powers: Powers, organisationId: string | null): boolean {
  return powers.representsOrganisations.some((organisation) => organisation.id === organisationId)
}

function isOf(need: NeedHeld, powers: Powers, actor: Person): boolean {
  return need.authorId === actor.id || represents(powers, need.organisationId)
}

function stands(need: NeedHeld): Verdict {
  if (need.state === 'withdrawn') return new Refusal('conflict', 'need-withdrawn')
  if (need.hiddenAt !== null) return new Refusal('conflict', 'need-hidden')
  return true
}

/** Whom a new need speaks for: an organisation, or the person alone (null). */
export function speaksFor(
  { participation }: Pick<ConsultationSeen, 'participation'>,
  { representsOrganisations }: Powers,
  organisationId: string | undefined,
): string | null {
  if (organisationId !== undefined) {
    if (representsOrganisations.some((each) => each.id === organisationId)) return organisationId
    throw refuseField('organisationId', 'not-your-organisation')
  }
  if (participation === 'registered') return null
  const [only, ...others] = representsOrganisations
  if (only && others.length === 0) return only.id
  throw refuseField('organisationId', 'needed')
}
