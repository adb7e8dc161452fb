import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowBrief, type BriefContent, type BriefShown } from './contract.ts'
import { inWords } from './in-words.ts'
import { findBrief } from './records.ts'

export const showBrief = query(ShowBrief, async ({ db, actor }, { briefId }): Promise<BriefShown> => {
  const found = await findBrief(db, actor, briefId)
  if (!found) throw new Refusal('unseen', 'brief')
  const content = JSON.parse(found.canonical) as BriefContent
  return {
    id: found.id,
    content,
    ...inWords(content, actor.language),
    sha256: found.sha256,
    publishedAt: found.publishedAt,
    newer: named(found.newerId, found.newerNumber, found.newerYear),
    older: named(found.olderId, found.olderNumber, found.olderYear),
  }
})

function named(id: string | null, number: number | null, year: number | null) {
  return id && number && year ? { id, number, year } : null
}
