import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table ballot_people (
    ballot_id uuid not null references ballots (id),
    person_id uuid not null references people (id),
    primary key (ballot_id, person_id)
  )`.execute(db)
  await sql`comment on table ballot_people is 'The roll of persons where the consultation is for its members, frozen when the ballot opens. Elsewhere everybody is on it who was registered by then.'`.execute(
    db,
  )
  await sql`insert into ballot_people (ballot_id, person_id)
    select distinct b.id, p.id from ballots b join consultations c on c.id = b.consultation_id and c.visibility <> 'public'
      join consultation_people i on i.consultation_id = c.id join people p on p.id = i.person_id
    where b.state = 'open' and p.created_at <= b.opened_at and p.email is not null`.execute(db)
}
