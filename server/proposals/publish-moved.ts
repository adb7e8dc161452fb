import type { Trx } from '#db/database.ts'
import type { Announcement } from '../events.ts'
import { acceptDocument, plainTextOf } from '../documents/index.ts'
import { findUsableNeeds, keepProposal, keepPublished, keepSources, keepVersion } from './records.ts'
import type { ProposalLanguage } from './words.ts'

/**
 * A motion from the floor that is put to the vote becomes a proposal, published at once: its source is the motion, and
 * beside it the need that the item was about, where that may still be one. The consultation is held by the caller.
 */
export async function publishMoved(
  trx: Trx,
  moved: {
    consultationId: string
    text: string
    title: string
    addressee: string
    language: ProposalLanguage
    needId: string | null
    personId: string
    now: Date
  },
  announce: (announcement: Announcement) => Promise<unknown>,
): Promise<{ id: string; version: number; consultationId: string }> {
  const { consultationId, text, title, addressee, language, needId, personId, now } = moved
  const { id } = await keepProposal(trx, { consultationId, personId, clientId: undefined, now })
  const document = acceptDocument({ text })
  await keepVersion(trx, {
    proposalId: id,
    version: 1,
    note: '',
    title,
    ask: text,
    addressee,
    language,
    document,
    plain: plainTextOf(document),
    personId,
    now,
  })
  const sources = needId ? await findUsableNeeds(trx, consultationId, [needId]) : []
  if (sources.length > 0) await keepSources(trx, { proposalId: id, needIds: sources, personId, now })
  await keepPublished(trx, id, now)
  for (const about of sources)
    await announce({ streamId: consultationId, name: 'need-grouped', about, body: { proposalId: id } })
  await announce({ streamId: consultationId, name: 'proposal-published', about: id })
  return { id, version: 1, consultationId }
}
