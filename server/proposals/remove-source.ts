import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { RemoveSource } from './contract.ts'
import { holdProposal } from './hold-proposal.ts'
import { keepSourceRemoved } from './records.ts'
import { mayRemoveSource } from './rules.ts'

/** A need is no longer a source, with the reason; that it was one stays known. */
export const removeSource = command(
  RemoveSource,
  async ({ trx, actor, now, announce }, { proposalId, needId, reason }) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    insist(mayRemoveSource(proposal))
    const removed = await keepSourceRemoved(trx, { proposalId, needId, reason, now })
    if (!removed) throw new Refusal('unseen', 'source')
    await announce({
      streamId: proposal.consultationId,
      name: 'source-removed',
      about: needId,
      body: { proposalId },
    })
    return { proposalId, needId }
  },
)
