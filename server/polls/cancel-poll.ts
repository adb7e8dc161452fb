import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { CancelPoll } from './contract.ts'
import { holdPoll } from './hold-poll.ts'
import { keepPollCancelled } from './records.ts'

/** Called off before it opened, with the reason. Once somebody may have voted, a poll runs to its end. */
export const cancelPoll = command(
  CancelPoll,
  async ({ trx, actor, now, announce, inChain }, { pollId, reason }) => {
    const poll = await holdPoll(trx, actor, pollId, now)
    if (poll.state !== 'planned') throw new Refusal('conflict', 'poll-not-planned')
    await keepPollCancelled(trx, pollId, reason, now)
    await announce({ streamId: poll.consultationId, name: 'poll-cancelled', about: pollId })
    inChain({ act: 'poll-cancelled', about: pollId, consultationId: poll.consultationId })
    return { pollId }
  },
)
