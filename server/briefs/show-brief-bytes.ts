import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowBriefBytes } from './contract.ts'
import { findBytes } from './records.ts'

/** The exact text that the SHA-256 of a brief is of. */
export const showBriefBytes = query(ShowBriefBytes, async ({ db, actor }, { briefId }) => {
  const found = await findBytes(db, actor, briefId)
  if (!found) throw new Refusal('unseen', 'brief')
  return found
})
