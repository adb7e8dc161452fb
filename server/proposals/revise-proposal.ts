import { command } from '../command.ts'
import { acceptDocument, plainTextOf } from '../documents/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { ReviseProposal } from './contract.ts'
import { holdProposal } from './hold-proposal.ts'
import { findRevised, keepVersion } from './records.ts'
import { mayRevise } from './rules.ts'

/** A new version beside the old ones. Whoever began from an older version is told, and overwrites nobody. */
export const reviseProposal = command(
  ReviseProposal,
  async (
    { trx, actor, now, announce },
    { text, document, proposalId, expectedVersion, clientId, ...written },
  ) => {
    const proposal = await holdProposal(trx, actor, proposalId, now)
    const revised = await findRevised(trx, { proposalId, personId: actor.id, clientId })
    if (revised) return { proposalId, version: revised.version }
    insist(mayRevise(proposal))
    if (expectedVersion !== proposal.version) throw new Refusal('conflict', 'changed-meanwhile')
    const accepted = acceptDocument({ text, document })

    const version = proposal.version + 1
    await keepVersion(trx, {
      ...written,
      proposalId,
      version,
      document: accepted,
      plain: plainTextOf(accepted),
      personId: actor.id,
      clientId,
      now,
    })
    if (proposal.state === 'published')
      await announce({
        streamId: proposal.consultationId,
        name: 'proposal-revised',
        about: proposalId,
        body: { version },
      })
    return { proposalId, version }
  },
)
