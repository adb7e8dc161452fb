import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { CancelBallot } from './contract.ts'
import { holdBallot } from './hold-ballot.ts'
import { keepCancelled } from './records.ts'
import { mayCancel } from './rules.ts'

/** Called off before it opened, with the reason; the proposal may then be changed and voted on anew. */
export const cancelBallot = command(
  CancelBallot,
  async ({ trx, actor, now, announce, inChain }, { ballotId, reason }) => {
    const ballot = await holdBallot(trx, actor, ballotId, now)
    insist(mayCancel(ballot, now))
    await keepCancelled(trx, ballotId, reason, now)
    await announce({
      streamId: ballot.consultationId,
      name: 'ballot-cancelled',
      about: ballotId,
      body: { proposalId: ballot.proposalId },
    })
    inChain({
      act: 'ballot-cancelled',
      about: ballotId,
      consultationId: ballot.consultationId,
    })
    return { ballotId }
  },
)
