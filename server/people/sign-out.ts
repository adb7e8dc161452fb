import { command } from '../command.ts'
import { SignOut } from './contract.ts'
import { endSession } from './records.ts'

/** Signs out of this device. */
export const signOut = command(SignOut, async ({ trx, actor, now, ground, afterCommit }) => {
  await endSession(trx, { id: actor.sessionId, personId: actor.id, now })
  afterCommit(() => ground.endSessions([actor.sessionId]))
  return {}
})
