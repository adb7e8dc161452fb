import { leadsTable, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type CitedShown, ListCited, type Results } from './contract.ts'
import { figuresToCite } from './figures-to-cite.ts'
import { findCollection } from './records.ts'
import { findProposalPlace, listCitations } from './records-citations.ts'
import { readResults } from './read-results.ts'

/**
 * The statements that a proposal stands on, with the figures that they were cited with, and for who writes it those that it could
 * stand on.
 */
export const listCited = query(ListCited, async ({ db, actor, now }, { proposalId }): Promise<CitedShown> => {
  const place = await findProposalPlace(db, actor, proposalId)
  if (!place) throw new Refusal('unseen', 'proposal')
  const { consultationId } = place
  const leads = leadsTable(await powersAt(db, actor, { consultationId }, now))
  if (place.state === 'draft' && !leads) throw new Refusal('unseen', 'proposal')
  if (!(await findCollection(db, consultationId)).showsResults) return { cited: [], toCite: [] }
  const results = await readResults(db, consultationId)
  const chosen = await listCitations(db, proposalId)
  return {
    cited: chosen.flatMap(({ figures, ...statement }) => {
      if (figures) return [{ ...statement, ...figures }]
      const now = results?.statements.find(({ id }) => id === statement.id)
      return results && now ? [{ ...statement, ...figuresToCite(results, now) }] : []
    }),
    toCite:
      leads && results ? telling(results).filter(({ id }) => chosen.every((each) => each.id !== id)) : [],
  }
})

/** Bridges first, the most accepted first; then what divides, the widest gap first. */
function telling(results: Results): CitedShown['toCite'] {
  return [...new Set([...results.bridges, ...results.divides])].flatMap((number) => {
    const statement = results.statements.find((each) => each.number === number)
    return statement ? [{ ...statement, ...figuresToCite(results, statement) }] : []
  })
}
