import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists unaccent`.execute(db)
  await sql`create extension if not exists pg_trgm`.execute(db)

  // The default of every column that says when: the database's time, unless a filler of the demo or a test says otherwise
  // for its own transaction. Defaults bind their function for good, so this cannot be added to now() later.
  await sql`create function moment() returns timestamptz language sql stable parallel safe as
    $$ select coalesce(nullif(current_setting('tavolo.moment', true), '')::timestamptz, now()) $$`.execute(db)

  await sql`create type platform_role as enum ('administrator', 'coordinator')`.execute(db)

  await sql`create table people (
    id uuid primary key default gen_random_uuid(),
    email text unique,
    name text not null default '',
    language text not null default 'it',
    persona text unique,
    created_at timestamptz not null default moment()
  )`.execute(db)
  await sql`comment on column people.email is 'Lower case; the only way in. Empty once the person is erased.'`.execute(
    db,
  )
  await sql`comment on column people.persona is 'Set only in the demo: the name under which /demo enters as this person.'`.execute(
    db,
  )

  await sql`create table platform_roles (
    person_id uuid not null references people (id),
    role platform_role not null,
    primary key (person_id, role)
  )`.execute(db)

  await sql`create table sign_in_codes (
    id uuid primary key default gen_random_uuid(),
    email text not null,
    code_hash text not null,
    attempts int not null default 0,
    created_at timestamptz not null default moment(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`.execute(db)
  await sql`create index on sign_in_codes (email, created_at desc)`.execute(db)

  await sql`create table sessions (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references people (id),
    token_hash text not null unique,
    previous_token_hash text unique,
    device text not null default '',
    created_at timestamptz not null default moment(),
    rotated_at timestamptz not null default moment(),
    last_seen_at timestamptz not null default moment(),
    expires_at timestamptz not null,
    ended_at timestamptz
  )`.execute(db)
  await sql`create index on sessions (person_id) where ended_at is null`.execute(db)
  await sql`comment on column sessions.token_hash is 'SHA-256 of the cookie''s 256-bit token; the token itself is never kept.'`.execute(
    db,
  )
  await sql`comment on column sessions.previous_token_hash is 'The token before the last rotation, honoured for a minute so that parallel requests survive it.'`.execute(
    db,
  )
}
