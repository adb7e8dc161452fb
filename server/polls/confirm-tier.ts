import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { OfPoll } from './contract.ts'
import { holdPoll } from './hold-poll.ts'
import { keepTierConfirmed } from './records.ts'
import { mayConfirmTier } from './rules.ts'

/** The second of two officers stands for what the poll promises of secrecy. Without it the poll never opens. */
export const confirmTier = command(OfPoll, async ({ trx, actor, now, announce, inChain }, { pollId }) => {
  const poll = await holdPoll(trx, actor, pollId, now)
  insist(mayConfirmTier(poll, actor.id))
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
  return { pollId }
})
