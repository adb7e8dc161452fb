import { Refusal, type Verdict } from '../refusal.ts'

/** The workings of the platform are its administrators' and coordinators'; for anybody else there is no such page. */
export function mayOversee(actor: { kind: 'guest' } | { kind: 'person'; roles: readonly string[] }): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  return actor.roles.length > 0 ? true : new Refusal('unseen', 'page')
}

/** An error as it may be kept and shown: what kind it was, without the values that errors of databases like to quote. */
export function safeError(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown'
  const { code } = thrown as { code?: unknown }
  const words = thrown.message
    .split('\n', 1)
    .join('')
    .replace(/(?<!\S)\S+@\S+/gu, '…')
    .replace(/"[^"]*"|'[^']*'|«[^«»]*»|=?\([^()]*\)/gu, '…')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{3,}/giu, '…')
    .slice(0, 160)
  return [thrown.name, typeof code === 'string' ? code : '', words].filter(Boolean).join(' · ')
}
