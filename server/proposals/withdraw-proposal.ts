import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { WithdrawProposal } from './contract.ts'
import { holdProposal } from './hold-proposal.ts'
import { keepWithdrawn } from './records.ts'
import { mayWithdraw } from './rules.ts'

/** Taken back with a reason. It stays to be read; a draft that nobody saw is told to nobody. */
export const withdrawProposal = command(
  WithdrawProposal,
  async ({ trx, actor, now, announce }, { proposalId, reason }) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    insist(mayWithdraw(proposal))
    await keepWithdrawn(trx, proposalId, reason, now)
    if (proposal.state === 'published')
      await announce({ streamId: proposal.consultationId, name: 'proposal-withdrawn', about: proposalId })
    return { proposalId }
  },
)
