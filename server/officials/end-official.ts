import { command } from '../command.ts'
import { endSessionsOf } from '../people/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { EndOfficial } from './contract.ts'
import { dropOfficial } from './records.ts'
import { mayGive } from './rules.ts'

/**
 * Ends an office, and all sessions of who held it, from the next request on; who may give it may take it back. That it was
 * held stands in the audit chain.
 */
export const endOfficial = command(EndOfficial, async (act, { personId, office }) => {
  const { trx, actor, now, ground, inChain, afterCommit } = act
  insist(mayGive(actor, office))
  if (!(await dropOfficial(trx, personId, office))) throw new Refusal('unseen', 'officer')
  const ended = await endSessionsOf(trx, personId, now)
  afterCommit(() => ground.endSessions(ended))
  inChain({ act: 'official-ended', about: personId, consultationId: null, content: { office } })
  return { office }
})
