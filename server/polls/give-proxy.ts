import { command } from '../command.ts'
import { Refusal, insist, refuseField } from '../refusal.ts'
import { GiveProxy } from './contract.ts'
import { findPoll, lockPoll } from './records.ts'
import { findProxyFacts, isOwnElector, isWithinReach, keepProxy } from './records-proxies.ts'
import { mayGiveProxy } from './rules.ts'

/** Who cannot vote gives their vote, or their seat's, to another of the same roll. */
export const giveProxy = command(
  GiveProxy,
  async ({ trx, actor, now }, { pollId, unit, giverId, holderId }) => {
    const poll = await findPoll(trx, actor, pollId, 'none')
    if (!poll) throw new Refusal('unseen', 'poll')
    await lockPoll(trx, pollId)
    if (poll.state !== 'open' || now >= poll.closesAt) throw new Refusal('conflict', 'ballot-not-open')
    const pair = { pollId, unit, giverId: giverId ?? actor.id, holderId }
    if (!(await isOwnElector(trx, unit, pair.giverId, actor.id, now)))
      throw new Refusal('forbidden', unit === 'seat' ? 'not-your-seat' : 'not-your-vote')
    // A stranger looks like nobody: this must not tell who is registered.
    if (!(await isWithinReach(trx, pair))) throw refuseField('holderId', 'not-on-roll')
    insist(mayGiveProxy({ tier: poll.tier, ...(await findProxyFacts(trx, pair)) }))
    if (!(await keepProxy(trx, pair, actor.id))) throw new Refusal('conflict', 'proxy-given')
    return { pollId }
  },
)
