import { command } from '../command.ts'
import { holdProposal, mayRevise } from '../proposals/index.ts'
import { insist } from '../refusal.ts'
import { WithdrawCitation } from './contract.ts'
import { dropCitation } from './records-citations.ts'

/** A proposal no longer stands on a statement. */
export const withdrawCitation = command(
  WithdrawCitation,
  async ({ trx, actor, now, announce }, { proposalId, statementId }) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    insist(mayRevise(proposal))
    if (await dropCitation(trx, { proposalId, statementId }))
      await announce({
        streamId: proposal.consultationId,
        name: 'citation-withdrawn',
        about: statementId,
        body: { proposalId },
      })
    return { proposalId }
  },
)
