import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { RecordOutcome } from './contract.ts'
import { holdPoll } from './hold-poll.ts'
import { keepSealed } from './records.ts'
import { sealOf } from './seal.ts'

/** What came of a vote that was held elsewhere, with the address of its proof. Said once. */
export const recordOutcome = command(
  RecordOutcome,
  async ({ trx, actor, now, announce, inChain }, { pollId, outcome, proofAddress }) => {
    const poll = await holdPoll(trx, actor, pollId, now)
    if (poll.tier !== 'external') throw new Refusal('conflict', 'voting-here')
    if (poll.state !== 'closed') throw new Refusal('conflict', 'ballot-not-counted')
    if (poll.result !== null) throw new Refusal('conflict', 'outcome-recorded')
    const result = { external: { outcome, proofAddress } }
    const seal = sealOf(poll.definitionHash, result)
    await keepSealed(trx, pollId, { result, seal })
    await announce({
      streamId: poll.consultationId,
      name: 'poll-outcome-recorded',
      about: pollId,
      body: { seal },
    })
    inChain({
      act: 'poll-outcome-recorded',
      about: pollId,
      consultationId: poll.consultationId,
      content: { seal },
    })
    return { pollId }
  },
)
