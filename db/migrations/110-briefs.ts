import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table briefs (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultations (id),
    year int not null,
    number int not null,
    content jsonb not null,
    canonical text not null,
    sha256 text not null,
    next_steps text not null,
    published_by uuid not null references people (id),
    published_at timestamptz not null default moment(),
    supersedes_id uuid unique references briefs (id),
    client_id uuid,
    unique (published_by, client_id),
    unique (year, number)
  )`.execute(db)
  await sql`create index on briefs (consultation_id)`.execute(db)
  await sql`comment on column briefs.canonical is 'The exact bytes that sha256 commits to.'`.execute(db)
  await sql`create trigger briefs_frozen before update or delete on briefs for each row execute function refuse_change()`.execute(
    db,
  )
}
