import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { RevokeProxy } from './contract.ts'
import { findPoll } from './records.ts'
import { isOwnElector, revokeProxyOf } from './records-proxies.ts'

/** Taken back, as long as it was not used. */
export const revokeProxy = command(RevokeProxy, async ({ trx, actor, now }, { pollId, unit, giverId }) => {
  const poll = await findPoll(trx, actor, pollId, 'share')
  if (!poll) throw new Refusal('unseen', 'poll')
  const elector = giverId ?? actor.id
  if (!(await isOwnElector(trx, unit, elector, actor.id, now)))
    throw new Refusal('forbidden', unit === 'seat' ? 'not-your-seat' : 'not-your-vote')
  const was = await revokeProxyOf(trx, pollId, unit, elector, now)
  if (was === 'none') throw new Refusal('unseen', 'proxy')
  if (was === 'used') throw new Refusal('conflict', 'proxy-used')
  return { pollId }
})
