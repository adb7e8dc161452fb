import { type Kysely, sql } from 'kysely'

/** A body whose verification was taken back answers for nobody: its representatives see no members-only consultation by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace view consultation_people as
    select consultation_id, person_id from consultation_members
    union all
    select c.id, o.person_id from consultations c join table_officers o on o.table_id = c.table_id where o.ended_at is null
    union all
    select c.id, m.person_id from consultations c
      join seats s on s.table_id = c.table_id
      join mandates m on m.seat_id = s.id
      cross join (select (now() at time zone 'Europe/Rome')::date as day) today
      where s.starts_on <= today.day and (s.ends_on is null or s.ends_on >= today.day)
        and m.starts_on <= today.day and (m.ends_on is null or m.ends_on >= today.day)
    union all
    select c.id, m.person_id from consultations c
      join organisations g on g.id = c.answering_organisation_id and g.state = 'verified'
      join organisation_members m on m.organisation_id = g.id
      where m.left_at is null and m.role = 'representative'`.execute(db)
}
