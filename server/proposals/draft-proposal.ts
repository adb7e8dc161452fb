import { command } from '../command.ts'
import { holdConsultation, mayLead, powersAt } from '../consultations/index.ts'
import { acceptDocument, plainTextOf } from '../documents/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { DraftProposal } from './contract.ts'
import { holdNeeds } from './hold-proposal.ts'
import { findDrafted, keepProposal, keepSources, keepVersion } from './records.ts'

/** The chair or the secretary groups needs into a proposal; the authors of each are told. */
export const draftProposal = command(
  DraftProposal,
  async (
    { trx, actor, now, announce },
    { text, document, consultationId, needIds, clientId, ...written },
  ) => {
    const consultation = await holdConsultation(trx, actor, consultationId, now)
    insist(mayLead(await powersAt(trx, actor, { tableId: consultation.tableId }, now)))
    const drafted = await findDrafted(trx, actor.id, clientId)
    if (drafted) return { proposalId: drafted.id, number: drafted.number, consultationId }
    if (consultation.closedAt) throw new Refusal('conflict', 'consultation-closed')
    const accepted = acceptDocument({ text, document })
    const sources = await holdNeeds(trx, consultationId, needIds)

    const { id: proposalId, number } = await keepProposal(trx, {
      consultationId,
      personId: actor.id,
      clientId,
      now,
    })
    await keepVersion(trx, {
      ...written,
      proposalId,
      version: 1,
      note: '',
      document: accepted,
      plain: plainTextOf(accepted),
      personId: actor.id,
      now,
    })
    await keepSources(trx, { proposalId, needIds: sources, personId: actor.id, now })
    for (const needId of sources)
      await announce({ streamId: consultationId, name: 'need-grouped', about: needId, body: { proposalId } })
    return { proposalId, number, consultationId }
  },
)
