import type { Actor } from '#server/ground.ts'

/** Under which name a browser keeps what is typed: on a shared computer the next person must not find it in their form. */
export function proposalDraftKey(actor: Actor, subjectId: string): string {
  return `proposal-${actor.kind === 'person' ? actor.id : ''}-${subjectId}`
}
