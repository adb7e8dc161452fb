import { saidIn } from '../by-language.ts'
import { leadsTable, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { ListProposals, type ProposalsListed } from './contract.ts'
import * as records from './records-reading.ts'

const onePage = 20

/** Proposals, newest first; drafts only to the chair and the secretary of their table. */
export const listProposals = query(
  ListProposals,
  async ({ db, actor, now }, wanted): Promise<ProposalsListed> => {
    const rows = await records.listProposals(db, actor, { ...wanted, most: onePage + 1 })
    const page = rows.slice(0, onePage)
    const mayDraft = wanted.consultationId
      ? leadsTable(await powersAt(db, actor, { consultationId: wanted.consultationId }, now))
      : false
    return {
      proposals: page.map(({ consultationId, consultationTitle, ...row }) => ({
        ...row,
        consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
      })),
      next: rows.length > onePage ? (page.at(-1)?.id ?? null) : null,
      mayDraft,
    }
  },
)
