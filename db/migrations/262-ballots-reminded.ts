import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ballots add column reminded_at timestamptz`.execute(db)
  await sql`comment on column ballots.reminded_at is 'When those who had not voted were written to; once.'`.execute(
    db,
  )
}
