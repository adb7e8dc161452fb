import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type proposal_state as enum ('draft', 'published', 'voting', 'approved', 'not-approved', 'answered', 'withdrawn')`.execute(
    db,
  )
  await sql`create table proposals (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultations (id),
    number int not null,
    state proposal_state not null default 'draft',
    version int not null default 1,
    created_by uuid not null references people (id),
    created_at timestamptz not null default moment(),
    published_at timestamptz,
    withdrawn_at timestamptz,
    withdraw_reason text not null default '',
    client_id uuid,
    unique (consultation_id, number),
    unique (created_by, client_id)
  )`.execute(db)

  await sql`create table proposal_versions (
    proposal_id uuid not null references proposals (id),
    version int not null,
    title text not null,
    document jsonb not null,
    plain text not null,
    ask text not null,
    addressee text not null,
    language text not null default 'it',
    note text not null default '',
    author_id uuid not null references people (id),
    at timestamptz not null default moment(),
    client_id uuid,
    unique (author_id, client_id),
    primary key (proposal_id, version)
  )`.execute(db)
  await sql`create trigger proposal_versions_append_only before update or delete on proposal_versions
    for each row execute function refuse_change()`.execute(db)

  await sql`create table proposal_sources (
    id uuid primary key default gen_random_uuid(),
    proposal_id uuid not null references proposals (id),
    need_id uuid not null references needs (id),
    linked_by uuid not null references people (id),
    linked_at timestamptz not null default moment(),
    unlinked_at timestamptz,
    unlink_reason text
  )`.execute(db)
  await sql`comment on table proposal_sources is 'A source that was removed keeps its row and the reason; linked again, it gets another.'`.execute(
    db,
  )
  await sql`create unique index proposal_sources_live on proposal_sources (proposal_id, need_id) where unlinked_at is null`.execute(
    db,
  )
  await sql`create index on proposal_sources (proposal_id)`.execute(db)
  await sql`create index on proposal_sources (need_id)`.execute(db)
}
