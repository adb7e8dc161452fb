import type { Trx } from '#db/database.ts'
import { command } from '../command.ts'
import type { Ground } from '../ground.ts'
import { sendMail } from '../mails/index.ts'
import { stopMailsLink } from '../notices/index.ts'
import { Refusal, insist, refuseField } from '../refusal.ts'
import { GiveProxy } from './contract.ts'
import { hourIn } from './hour-in.ts'
import { findPoll, lockPoll } from './records.ts'
import { findProxyFacts, isOwnElector, isWithinReach, keepProxy, type ProxyPair } from './records-proxies.ts'
import { listWhoVotesFor } from './records-reminding.ts'
import { mayGiveProxy } from './rules.ts'

/** Who cannot vote gives their vote, or their seat's, to another of the same roll. */
export const giveProxy = command(
  GiveProxy,
  async ({ trx, actor, now, ground }, { pollId, unit, giverId, holderId }) => {
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
    await tellHolders(trx, ground, poll, pair, now)
    return { pollId }
  },
)

/**
 * By mail alone, to whoever may now vote for the giver: an event, from which notices are made, would tell everybody that somebody
 * gave a proxy, and who.
 */
async function tellHolders(
  trx: Trx,
  { settings }: Ground,
  poll: { id: string; closesAt: Date },
  { unit, holderId }: ProxyPair,
  now: Date,
) {
  const { origin } = settings.publicUrl
  for (const { personId, email, language } of await listWhoVotesFor(trx, unit, holderId, now))
    await sendMail(trx, {
      recipient: email,
      personId,
      language,
      kind: 'proxy-given',
      values: {
        closes: hourIn(language).format(poll.closesAt),
        link: `${origin}/polls/${poll.id}`,
        settings: `${origin}/me/notifications`,
      },
      headers: stopMailsLink(settings, personId).headers,
    })
}
