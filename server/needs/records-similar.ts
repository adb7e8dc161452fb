import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { SimilarNeed } from './contract.ts'
import { excerpt } from './records-list.ts'
import { similarShown } from './words.ts'

/** What is less alike than this shares a word or two by chance. */
const least = 0.3

export async function listSimilar(
  db: Reader,
  actor: Actor,
  asked: { consultationId: string; title: string; text: string },
): Promise<SimilarNeed[]> {
  const { rows } = await sql<SimilarNeed>`
    select needs.id, needs.title, needs.language, ${excerpt} as excerpt,
      needs.shown_support_count as supports, organisations.name as organisation, territories.name as territory,
      needs.consultation_id = ${asked.consultationId} as is_same_consultation
    from similar_needs(${asked.title}, ${asked.text}) as found join needs on needs.id = found.need_id
      join consultations on consultations.id = needs.consultation_id
      join territories on territories.code = needs.territory_code
      left join organisations on organisations.id = needs.organisation_id
    where found.likeness >= ${least} and ${visibleTo(actor)}
    order by is_same_consultation desc, found.likeness desc, needs.id
    limit ${similarShown}`.execute(db)
  return rows
}
