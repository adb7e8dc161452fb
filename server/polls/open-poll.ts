import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { OfPoll } from './contract.ts'
import { holdPoll } from './hold-poll.ts'
import { mayOpenPoll } from './rules.ts'
import { turnPollOpen } from './turn-poll.ts'

/** An officer opens the poll before its date. */
export const openPoll = command(OfPoll, async (act, { pollId }) => {
  const { trx, actor, now } = act
  const poll = await holdPoll(trx, actor, pollId, now)
  insist(mayOpenPoll(poll, now))
  await turnPollOpen(act, poll, now < poll.opensAt ? now : poll.opensAt)
  return { pollId }
})
