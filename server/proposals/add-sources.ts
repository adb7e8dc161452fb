import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { AddSources } from './contract.ts'
import { holdNeeds, holdProposal } from './hold-proposal.ts'
import { keepSources } from './records.ts'
import { mayRevise } from './rules.ts'

/** More needs for a proposal; those already linked stay as they are, and only the new authors are told. */
export const addSources = command(
  AddSources,
  async ({ trx, actor, now, announce }, { proposalId, needIds }) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    insist(mayRevise(proposal))
    const asked = await holdNeeds(trx, proposal.consultationId, needIds)
    const added = await keepSources(trx, { proposalId, needIds: asked, personId: actor.id, now })
    for (const needId of added)
      await announce({
        streamId: proposal.consultationId,
        name: 'need-grouped',
        about: needId,
        body: { proposalId },
      })
    return { proposalId, added: added.length }
  },
)
