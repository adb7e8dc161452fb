import type { Actor } from '../ground.ts'
import { Refusal, type Verdict } from '../refusal.ts'
import type { Powers } from './contract.ts'
import type { Participation } from './words.ts'

/** A closed consultation is only read. In an open one anyone signed in takes part, or only who speaks for a verified organisation. */
export function mayTakePart(
  consultation: { participation: Participation; closedAt: Date | null },
  powers: Powers,
  actor: Actor,
): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  if (consultation.closedAt !== null) return new Refusal('conflict', 'consultation-closed')
  if (consultation.participation === 'organisations' && powers.representsOrganisations.length === 0)
    return new Refusal('forbidden', 'only-for-organisations')
  return true
}

export function leadsTable(powers: Powers): boolean {
  return powers.offices.includes('chair') || powers.offices.includes('secretary')
}

/** Opening, dating, admitting and closing are the chair's and the secretary's. */
export function mayLead(powers: Powers): Verdict {
  return leadsTable(powers) ? true : new Refusal('forbidden', 'only-for-chair-or-secretary')
}
