import type { Trx } from '#db/database.ts'
import { sha256 } from '../canonical.ts'
import { command, singleStatement } from '../command.ts'
import { isRefusal, Refusal } from '../refusal.ts'
import { CastPaper, type Paper } from './contract.ts'
import { type Defined, definedAs } from './defined-as.ts'
import { findPoll, type PollHeld } from './records.ts'
import { findElector, keepAtOnce, keepOpenVote, keepProxyUsed, markVoted } from './records-casting.ts'
import { putIntoBox, replaceInBox } from './records-box.ts'
import { endProxy, isProxyUsed } from './records-proxies.ts'
import { pollStateAt } from './poll-state.ts'
import { checkedPaper } from './rules.ts'
import { settleDuePolls } from './settle-polls.ts'

/** A paper: what can be kept in one statement is, and whatever stands in its way is then looked into. */
export const castPaper = singleStatement(CastPaper, async ({ db, actor, now, ground }, asked) => {
  const defined = await definedAs(db, actor, asked.pollId)
  const paper = defined?.tier === 'open' ? wellFilled(defined, asked) : undefined
  if (paper) {
    const { pollId, unit, definitionHash, reason = '' } = asked
    const electorId = asked.electorId ?? actor.id
    const vote = { pollId, unit, electorId, personId: actor.id, now, paper, reason, definitionHash }
    if (await keepAtOnce(db, actor, vote)) return { pollId, receipt: null }
  }
  return castHeld(ground, actor, asked)
})

/** What is wrong with a paper is told only to who may see the poll, which is looked at later. */
function wellFilled(defined: Defined, asked: CastPaper): Paper | undefined {
  try {
    return checkedPaper({ ...defined, paper: asked })
  } catch (thrown) {
    if (isRefusal(thrown)) return undefined
    throw thrown
  }
}

/**
 * A paper for oneself, for a seat one fills, or for whoever gave one a proxy; it may be changed until the close. Open: by
 * name. Confidential: the roll is marked and the paper goes into the box, and only the receipt's code finds it again.
 */
const castHeld = command(CastPaper, async ({ trx, actor, now, ground, afterCommit }, asked) => {
  const poll = await findPoll(trx, actor, asked.pollId, 'share')
  if (!poll) throw new Refusal('unseen', 'poll')
  const state = pollStateAt(poll, now)
  if (state === 'opening') {
    // Its time has come and the job that opens it is late: this voter wakes it, and asks again.
    afterCommit(
      () =>
        void settleDuePolls(ground).catch((error: unknown) =>
          ground.log.error({ error }, 'polls not settled yet'),
        ),
    )
    return new Refusal('conflict', 'voting-opening')
  }
  insistOpen(poll, state, asked.definitionHash)
  const electorId = asked.electorId ?? actor.id
  const paper = checkedPaper({ kind: poll.kind, options: poll.options, rules: poll.rules, paper: asked })
  const elector = { pollId: poll.id, unit: asked.unit, electorId, personId: actor.id, now }
  const { isOnRoll, isOwn, hasGiven, proxyId, hasProxyVoted, hasVoted } = await findElector(trx, elector)
  if (!isOwn && !proxyId)
    throw new Refusal('forbidden', asked.unit === 'seat' ? 'not-your-seat' : 'not-your-vote')
  if (!isOnRoll) throw new Refusal('forbidden', asked.unit === 'seat' ? 'seat-not-on-roll' : 'not-on-roll')
  // The giver voted in the moment in which they gave it: their own vote stands.
  if (!isOwn && hasVoted && !hasProxyVoted) throw new Refusal('conflict', 'already-voted')
  // Whoever votes in person ends the proxy; once the holder has voted, the vote is theirs to change alone.
  if (!isOwn && proxyId && !(await keepProxyUsed(trx, proxyId)))
    throw new Refusal('conflict', 'proxy-revoked')
  if (isOwn && hasGiven) {
    await endProxy(trx, elector)
    // Asked only now: the holder may have voted while this waited for the proxy's row.
    if (await isProxyUsed(trx, elector)) throw new Refusal('conflict', 'proxy-used')
  }
  const kept = { ...elector, paper, reason: asked.reason ?? '' }
  if (poll.tier === 'open') {
    if (!(await keepOpenVote(trx, kept))) throw new Refusal('conflict', 'holder-has-voted')
    return { pollId: poll.id, receipt: null }
  }
  return { pollId: poll.id, receipt: await castIntoBox(trx, kept, asked) }
})

function insistOpen(poll: PollHeld, state: string, definitionHash: string) {
  if (state === 'planned') throw new Refusal('conflict', 'voting-not-open')
  if (state === 'unconfirmed') throw new Refusal('conflict', 'tier-not-confirmed')
  if (state === 'cancelled') throw new Refusal('conflict', 'ballot-cancelled')
  if (state !== 'open') throw new Refusal('conflict', 'voting-closed')
  if (poll.tier === 'external') throw new Refusal('conflict', 'voting-elsewhere')
  if (poll.definitionHash !== definitionHash) throw new Refusal('conflict', 'ballot-changed')
}

async function castIntoBox(
  trx: Trx,
  vote: { pollId: string; unit: 'seat' | 'person'; electorId: string; paper: Paper; reason: string },
  { receipt, clientId }: CastPaper,
): Promise<string> {
  const code = receipt ?? clientId
  if (!code) throw new Refusal('invalid', 'receipt-needed')
  const boxed = {
    pollId: vote.pollId,
    unit: vote.unit,
    paper: vote.paper,
    reason: vote.reason,
    codeHash: sha256(code.toLowerCase()),
  }
  if (await markVoted(trx, vote)) {
    // Two voters with one receipt would each believe the one paper to be theirs.
    if (!(await putIntoBox(trx, boxed))) throw new Refusal('conflict', 'receipt-taken')
    return code
  }
  if (!(await replaceInBox(trx, boxed)))
    throw new Refusal('conflict', receipt ? 'receipt-unknown' : 'receipt-needed')
  return code
}
