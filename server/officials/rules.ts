import type { Actor } from '../ground.ts'
import { Refusal, type Verdict } from '../refusal.ts'
import { coordinator } from './words.ts'

/** Who names officials; for anybody else there is no such page. */
export function mayName(actor: Actor): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  return actor.roles.length > 0 ? true : new Refusal('unseen', 'page')
}

/** Coordinators name officials of regions; administrators name coordinators too, so that none names their own like. */
export function givesOffice(actor: Actor, office: string): boolean {
  if (mayName(actor) !== true || actor.kind === 'guest') return false
  return office !== coordinator || actor.roles.includes('administrator')
}

export function mayGive(actor: Actor, office: string): Verdict {
  const verdict = mayName(actor)
  if (verdict !== true) return verdict
  return givesOffice(actor, office) ? true : new Refusal('forbidden', 'office-not-yours-to-give')
}
