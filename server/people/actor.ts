import type { Actor, Ground, Language } from '../ground.ts'
import * as records from './records-sessions.ts'
import { hashToken, newToken } from './secrets.ts'

const rotateAfter = 24 * 3_600_000
const seenEvery = 10 * 60_000

/**
 * Who a request comes from, by its cookie's token. `freshToken` is set when the token was a day old and has
 * been exchanged: the edge must send the new one.
 */
export async function actorOf(
  ground: Ground,
  request: {
    token: string | undefined
    language: Language
    network: string
    /** A page shows how many notices are unread. */
    isPage: boolean
    mayRotate: boolean
    /** Another site had the browser ask: then nothing is written down, not even that somebody was here. */
    isFromElsewhere?: boolean
  },
): Promise<{ actor: Actor; freshToken?: string }> {
  const guest: Actor = { kind: 'guest', language: request.language, network: request.network }
  if (!request.token || request.token.length > 100) return { actor: guest }
  const now = ground.now()
  const tokenHash = hashToken(request.token)
  const session = await records.findSession(ground.db, tokenHash, now, request)
  if (!session) return { actor: guest }
  const actor: Actor = {
    kind: 'person',
    id: session.personId,
    sessionId: session.id,
    name: session.name,
    language: session.language,
    roles: session.roles,
    unread: session.unread,
    network: request.network,
  }
  if (request.isFromElsewhere) return { actor }
  if (now.getTime() - session.lastSeenAt.getTime() > seenEvery)
    await records.keepLastSeen(ground.db, { id: session.id, personId: session.personId, now })
  if (
    request.mayRotate &&
    session.tokenHash === tokenHash &&
    now.getTime() - session.rotatedAt.getTime() > rotateAfter
  ) {
    const freshToken = newToken()
    const rotated = await records.rotateSession(ground.db, {
      id: session.id,
      tokenHash,
      newTokenHash: hashToken(freshToken),
      now,
    })
    if (rotated) return { actor, freshToken }
  }
  return { actor }
}

/** Which of these sessions have ended; the live edge asks it to close their sockets. */
export function endedSessions(ground: Ground, sessionIds: string[]): Promise<string[]> {
  return records.endedAmong(ground.db, sessionIds, ground.now())
}
