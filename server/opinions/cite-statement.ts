import { command } from '../command.ts'
import { holdProposal, mayRevise } from '../proposals/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { CiteStatement } from './contract.ts'
import { figuresToCite } from './figures-to-cite.ts'
import { findCollection } from './records.ts'
import { keepCitation } from './records-citations.ts'
import { readResults } from './read-results.ts'
import { areResultsShown } from './rules.ts'

/** A proposal stands on what every group accepts, or says openly what divides them: with the figures that are shown. */
export const citeStatement = command(
  CiteStatement,
  async ({ trx, actor, now, announce }, { proposalId, statementId }) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    insist(mayRevise(proposal))
    insist(areResultsShown(await findCollection(trx, proposal.consultationId)))
    const results = await readResults(trx, proposal.consultationId)
    const statement = results?.statements.find(({ id }) => id === statementId)
    if (!results || !statement) throw new Refusal('unseen', 'statement')
    const figures = figuresToCite(results, statement)
    if (figures.kind === 'other') throw new Refusal('conflict', 'neither-bridge-nor-divide')
    if (await keepCitation(trx, { proposalId, statementId, figures, citedBy: actor.id, citedAt: now }))
      await announce({
        streamId: proposal.consultationId,
        name: 'statement-cited',
        about: statementId,
        body: { proposalId },
      })
    return { proposalId }
  },
)
