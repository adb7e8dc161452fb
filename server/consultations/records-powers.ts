import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { Powers } from './contract.ts'

export async function findPowers(
  db: Reader,
  personId: string,
  at: { tableId: string } | { consultationId: string },
  day: string,
): Promise<Powers> {
  const place =
    'tableId' in at
      ? sql`select ${at.tableId}::uuid as table_id, null::uuid as answering_organisation_id`
      : sql`select table_id, answering_organisation_id from consultations where id = ${at.consultationId}`
  const { rows } = await sql<Powers>`
    with place as (${place})
    select
      array(select o.office::text from table_officers o join place on place.table_id = o.table_id
        where o.person_id = ${personId} and o.ended_at is null order by 1) as offices,
      coalesce((select json_agg(json_build_object('seatId', s.id, 'organisationId', s.organisation_id, 'kind', s.kind, 'part', m.part)
          order by s.created_at, s.id)
        from mandates m join seats s on s.id = m.seat_id join place on place.table_id = s.table_id
        where m.person_id = ${personId}
          and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
          and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)), '[]') as seats,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name, g.id)
        from organisation_members b join organisations g on g.id = b.organisation_id
        where b.person_id = ${personId} and b.left_at is null and b.role = 'representative' and g.state = 'verified'), '[]')
        as represents_organisations,
      exists (select 1 from place join organisation_members b on b.organisation_id = place.answering_organisation_id
        join organisations g on g.id = b.organisation_id
        where b.person_id = ${personId} and b.left_at is null and b.role = 'representative' and g.state = 'verified')
        as is_answering_body`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('A select without a from answers one row')
  return row
}
