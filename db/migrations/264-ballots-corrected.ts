import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ballots add column corrects_id uuid references ballots (id)`.execute(db)
  await sql`comment on column ballots.corrects_id is 'The closed ballot on the same proposal that this one corrects.'`.execute(
    db,
  )
  await sql`create index ballots_correcting on ballots (corrects_id) where corrects_id is not null`.execute(
    db,
  )
}
