import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type organisation_kind as enum
    ('association', 'third-sector', 'public-body', 'school', 'health-body', 'employer', 'union')`.execute(db)
  await sql`create type organisation_state as enum ('pending', 'verified', 'rejected')`.execute(db)
  await sql`create type organisation_role as enum ('representative', 'member')`.execute(db)

  await sql`create table territory_officials (
    person_id uuid not null references people (id),
    territory_code text not null references territories (code),
    primary key (person_id, territory_code)
  )`.execute(db)
  await sql`comment on table territory_officials is 'Who may verify organisations of a region (and of everything inside it).'`.execute(
    db,
  )

  await sql`create table organisations (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    folded text not null default '',
    kind organisation_kind not null,
    territory_code text not null references territories (code),
    region_code text not null references territories (code),
    languages text[] not null default '{}',
    communities text[] not null default '{}',
    register_number text,
    state organisation_state not null default 'pending',
    state_reason text,
    decided_by uuid references people (id),
    decided_at timestamptz,
    registered_by uuid not null references people (id),
    registered_at timestamptz not null default moment(),
    client_id uuid,
    unique (registered_by, client_id)
  )`.execute(db)
  await sql`comment on column organisations.folded is 'The name in lower case without accents, to order, search and compare by. Kept by a trigger.'`.execute(
    db,
  )
  await sql`create function fold_organisation() returns trigger language plpgsql as $$
  begin
    new.folded := lower(unaccent(new.name));
    return new;
  end $$`.execute(db)
  await sql`create trigger organisations_fold before insert or update of name on organisations
    for each row execute function fold_organisation()`.execute(db)
  await sql`create index on organisations (folded, id) where state = 'verified'`.execute(db)
  await sql`create index on organisations (region_code, folded)`.execute(db)
  await sql`create index on organisations (registered_at, id) where state = 'pending'`.execute(db)

  await sql`create table organisation_members (
    organisation_id uuid not null references organisations (id),
    person_id uuid not null references people (id),
    role organisation_role not null,
    joined_at timestamptz not null default moment(),
    left_at timestamptz,
    primary key (organisation_id, person_id)
  )`.execute(db)
  await sql`create index on organisation_members (person_id) where left_at is null`.execute(db)

  await sql`create table organisation_invitations (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisations (id),
    email text not null,
    role organisation_role not null,
    token_hash text not null unique,
    invited_by uuid not null references people (id),
    invited_at timestamptz not null default moment(),
    expires_at timestamptz not null,
    accepted_by uuid references people (id),
    accepted_at timestamptz,
    withdrawn_at timestamptz
  )`.execute(db)
  await sql`create index on organisation_invitations (organisation_id)`.execute(db)
}
