import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { OfPoll } from './contract.ts'
import { holdPoll } from './hold-poll.ts'
import { keepTierConfirmed } from './records.ts'
import { mayConfirmTier } from './rules.ts'
import { turnPollOpen } from './turn-poll.ts'

/**
 * The second of two officers stands for what the poll promises of secrecy. Without it the poll never opens; where its day has come
 * already, it opens now, with the roll of now: at its date it was not open.
 */
export const confirmTier = command(OfPoll, async (act, { pollId }) => {
  const { trx, actor, now, announce, inChain } = act
  const poll = await holdPoll(trx, actor, pollId, now)
  insist(mayConfirmTier(poll, actor.id, now))
  await keepTierConfirmed(trx, pollId, actor.id, now)
  await announce({
    streamId: poll.consultationId,
    name: 'poll-tier-confirmed',
    about: pollId,
    body: { tier: poll.tier, proposedBy: poll.createdBy },
  })
  inChain({
    act: 'poll-tier-confirmed',
    about: pollId,
    consultationId: poll.consultationId,
    content: { tier: poll.tier, definitionHash: poll.definitionHash },
  })
  if (now >= poll.opensAt) await turnPollOpen(act, poll, now)
  return { pollId }
})
