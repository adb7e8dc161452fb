import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { OfPoll } from './contract.ts'
import { holdPoll } from './hold-poll.ts'
import { cleanUpShuffled } from './records-box.ts'
import { turnPollClosed } from './turn-poll.ts'

/** An officer closes the poll before its date; it is counted and sealed, and never opened again. */
export const closePoll = command(OfPoll, async (act, { pollId }) => {
  const { trx, actor, now, ground, afterCommit } = act
  const poll = await holdPoll(trx, actor, pollId, now)
  if (poll.state !== 'open') throw new Refusal('conflict', 'ballot-not-open')
  await turnPollClosed(act, poll, now < poll.closesAt ? now : poll.closesAt)
  if (poll.tier === 'confidential')
    afterCommit(() => void cleanUpShuffled(ground.db).catch((error: unknown) => ground.log.error(error)))
  return { pollId }
})
