import { command } from '../command.ts'
import { EndOtherSessions } from './contract.ts'
import { endSessionsOf } from './records-sessions.ts'

/** Signs out of all one's devices but this one; their live connections close at once. */
export const endOtherSessions = command(
  EndOtherSessions,
  async ({ trx, actor, now, ground, afterCommit }) => {
    const ended = await endSessionsOf(trx, actor.id, now, actor.sessionId)
    afterCommit(() => ground.endSessions(ended))
    return {}
  },
)
