import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table need_versions (
    need_id uuid not null references needs (id),
    version int not null,
    title text not null,
    text text not null,
    tried text not null,
    replaced_at timestamptz not null default moment(),
    primary key (need_id, version)
  )`.execute(db)
  await sql`comment on table need_versions is 'What a need said before each edit; for moderators only.'`.execute(
    db,
  )
}
