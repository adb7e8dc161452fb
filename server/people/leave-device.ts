import type { Act } from '../command.ts'
import type { Actor } from '../ground.ts'
import { endSession } from './records-sessions.ts'

/** Whoever signs in where somebody is signed in takes their place: the session that the device had does not stay behind. */
export async function leaveDevice({
  trx,
  actor,
  now,
  ground,
  afterCommit,
}: Pick<Act<Actor>, 'trx' | 'actor' | 'now' | 'ground' | 'afterCommit'>): Promise<void> {
  if (actor.kind === 'guest') return
  const { sessionId } = actor
  await endSession(trx, { id: sessionId, personId: actor.id, now })
  afterCommit(() => ground.endSessions([sessionId]))
}
