import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { PublishProposal } from './contract.ts'
import { holdProposal } from './hold-proposal.ts'
import { keepPublished } from './records.ts'
import { mayPublish } from './rules.ts'

export const publishProposal = command(
  PublishProposal,
  async ({ trx, actor, now, announce }, { proposalId }) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    insist(mayPublish(proposal))
    await keepPublished(trx, proposalId, now)
    await announce({ streamId: proposal.consultationId, name: 'proposal-published', about: proposalId })
    return { proposalId }
  },
)
