import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { speaksForOrganisation, visibleTo } from '../consultations/index.ts'
import type { Powers } from '../consultations/contract.ts'
import type { Actor } from '../ground.ts'
import type { CollectionSeen, StatementAsked } from './contract.ts'

export type Asking = Pick<
  CollectionSeen,
  'isArranged' | 'isOpen' | 'letsGuests' | 'closedAt' | 'participation'
> &
  Pick<Powers, 'offices'> & { represents: boolean }

/** Of a consultation and its collection `c`: how statements are collected there, and what this actor is. */
function askingFor(actor: Actor) {
  const personId = actor.kind === 'person' ? actor.id : null
  return sql`consultations.closed_at, consultations.participation, c.consultation_id is not null as is_arranged,
    coalesce(c.is_open, false) as is_open, coalesce(c.lets_guests, false) as lets_guests,
    array(select o.office::text from table_officers o
      where o.table_id = consultations.table_id and o.person_id = ${personId} and o.ended_at is null order by 1) as offices,
    ${speaksForOrganisation(sql`${personId}`)} as represents`
}

export async function findAsking(
  db: Reader,
  actor: Actor,
  consultationId: string,
): Promise<Asking | undefined> {
  const { rows } = await sql<Asking>`
    select ${askingFor(actor)}
    from consultations left join statement_collections c on c.consultation_id = consultations.id
    where consultations.id = ${consultationId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}

/** The statements that are asked and were taken up from a need, and what decides on one more: every page of a need asks both. */
export async function findTakenUp(
  db: Reader,
  actor: Actor,
  needId: string,
): Promise<(Asking & { statements: StatementAsked[] }) | undefined> {
  const { rows } = await sql<Asking & { statements: StatementAsked[] }>`
    select ${askingFor(actor)}, coalesce((
      select json_agg(json_build_object('id', s.id, 'number', s.number, 'text', s.text, 'language', s.language) order by s.number)
      from statements s where s.need_id = needs.id and s.state = 'approved'), '[]') as statements
    from needs join consultations on consultations.id = needs.consultation_id
      left join statement_collections c on c.consultation_id = consultations.id
    where needs.id = ${needId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}
