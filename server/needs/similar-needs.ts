import { query } from '../query.ts'
import { SimilarNeeds } from './contract.ts'
import { listSimilar } from './records-similar.ts'

/** Needs that say much the same, those of the same consultation first: perhaps one of them is to be supported instead. */
export const similarNeeds = query(SimilarNeeds, async ({ db, actor }, { consultationId, title, text }) =>
  listSimilar(db, actor, { consultationId, title, text: text ?? '' }),
)
