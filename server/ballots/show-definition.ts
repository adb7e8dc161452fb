import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowDefinition } from './contract.ts'
import { definitionOf } from './definition.ts'
import { findQuestion } from './records.ts'
import { findDefined } from './records-reading.ts'

/** The exact text that the ballot's SHA-256 commits to: anyone may compute it again. */
export const showDefinition = query(ShowDefinition, async ({ db, actor }, { ballotId }) => {
  const found = await findDefined(db, actor, ballotId)
  const question = found && (await findQuestion(db, found.proposalId, found.proposalVersion))
  if (!question) throw new Refusal('unseen', 'ballot')
  return { definition: definitionOf(question, found), sha256: found.definitionHash }
})
