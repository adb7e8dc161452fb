import { Refusal, type Verdict } from '../refusal.ts'

/** The workings of the platform are its administrators' and coordinators'; for anybody else there is no such page. */
export function mayOversee(actor: { kind: 'guest' } | { kind: 'person'; roles: readonly string[] }): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  return actor.roles.length > 0 ? true : new Refusal('unseen', 'page')
}
