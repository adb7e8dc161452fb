import type { Actor } from '../ground.ts'
import { Refusal, type Verdict } from '../refusal.ts'

/** Feedback is read by those who look after the whole site. */
export function mayReadFeedback(actor: Actor): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  if (actor.roles.includes('coordinator') || actor.roles.includes('administrator')) return true
  return new Refusal('forbidden', 'only-for-coordinators')
}
