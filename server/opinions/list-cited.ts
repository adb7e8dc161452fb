import { leadsTable, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type CitedShown, ListCited, type Results } from './contract.ts'
import { findCollection } from './records.ts'
import { findProposalPlace, listCitations } from './records-citations.ts'
import { readResults } from './read-results.ts'

/** The statements that a proposal stands on, with their figures, and for who writes it those that it could. */
export const listCited = query(ListCited, async ({ db, actor, now }, { proposalId }): Promise<CitedShown> => {
  const place = await findProposalPlace(db, actor, proposalId)
  if (!place) throw new Refusal('unseen', 'proposal')
  const { consultationId } = place
  const leads = leadsTable(await powersAt(db, actor, { consultationId }, now))
  if (place.state === 'draft' && !leads) throw new Refusal('unseen', 'proposal')
  const isShown = (await findCollection(db, consultationId)).showsResults
  const results = isShown ? await readResults(db, consultationId) : null
  if (!results) return { cited: [], toCite: [], participants: 0, letters: [] }
  const chosen = await listCitations(db, proposalId)
  const named = telling(results)
  return {
    cited: results.statements
      .filter(({ id }) => chosen.has(id))
      .map((each) => ({ ...each, ...kindOf(results, each.number) })),
    toCite: leads ? named.filter(({ id }) => !chosen.has(id)) : [],
    participants: results.participants,
    letters: results.groups.map(({ letter }) => letter),
  }
})

/** Bridges first, the most accepted first; then what divides, the widest gap first. */
function telling(results: Results): CitedShown['cited'] {
  return [...new Set([...results.bridges, ...results.divides])].flatMap((number) => {
    const statement = results.statements.find((each) => each.number === number)
    return statement ? [{ ...statement, ...kindOf(results, number) }] : []
  })
}

function kindOf(results: Results, number: number): { kind: 'bridge' | 'divide' | 'other' } {
  if (results.bridges.includes(number)) return { kind: 'bridge' }
  return { kind: results.divides.includes(number) ? 'divide' : 'other' }
}
