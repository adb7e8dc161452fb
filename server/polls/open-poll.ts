import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { OfPoll } from './contract.ts'
import { holdPoll } from './hold-poll.ts'
import { mayOpenPoll } from './rules.ts'
import { turnPollOpen } from './turn-poll.ts'

/** An officer opens the poll before its date. */
export const openPoll = command(OfPoll, async ({ trx, actor, now, announce }, { pollId }) => {
  const poll = await holdPoll(trx, actor, pollId, now)
  insist(mayOpenPoll(poll, now))
  await turnPollOpen(trx, poll, now < poll.opensAt ? now : poll.opensAt, announce)
  return { pollId }
})
