import { query } from '../query.ts'
import { SimilarStatements, type SimilarStatement } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { listSimilar } from './records.ts'
import { alikeFrom } from './words.ts'

/** Statements of this consultation that say much the same: perhaps one of them is to be answered instead. */
export const similarStatements = query(
  SimilarStatements,
  async ({ db, actor, now }, { consultationId, text }): Promise<SimilarStatement[]> => {
    await seeCollection(db, actor, consultationId, now)
    const readerId = actor.kind === 'person' ? actor.id : null
    return listSimilar(db, consultationId, text, { least: alikeFrom, readerId })
  },
)
