import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { EndSession } from './contract.ts'
import { endSession as endSessionRecord } from './records-sessions.ts'

/** Signs out of one of one's devices; its live connections close at once. */
export const endSession = command(
  EndSession,
  async ({ trx, actor, now, ground, afterCommit }, { sessionId }) => {
    const ended = await endSessionRecord(trx, { id: sessionId, personId: actor.id, now })
    if (!ended) throw new Refusal('unseen', 'device')
    afterCommit(() => ground.endSessions([sessionId]))
    return { sessionId }
  },
)
