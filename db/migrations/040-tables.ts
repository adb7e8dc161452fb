import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type table_office as enum ('chair', 'secretary', 'moderator')`.execute(db)
  await sql`create type seat_kind as enum ('voting', 'consultative', 'observer')`.execute(db)
  await sql`create type mandate_part as enum ('holder', 'alternate')`.execute(db)

  await sql`create table tables (
    id uuid primary key default gen_random_uuid(),
    name jsonb not null,
    purpose jsonb not null default '{}',
    territory_code text references territories (code),
    founded_by uuid references people (id),
    created_at timestamptz not null default moment(),
    client_id uuid,
    unique (founded_by, client_id)
  )`.execute(db)
  await sql`comment on column tables.territory_code is 'Null for an interregional table.'`.execute(db)
  await sql`comment on column tables.name is 'By language: {"it": "…", "en": "…"}; Italian is always there.'`.execute(
    db,
  )

  await sql`create table table_officers (
    id uuid primary key default gen_random_uuid(),
    table_id uuid not null references tables (id),
    person_id uuid not null references people (id),
    office table_office not null,
    appointed_at timestamptz not null default moment(),
    ended_at timestamptz
  )`.execute(db)
  await sql`create unique index table_officers_once on table_officers (table_id, person_id, office) where ended_at is null`.execute(
    db,
  )
  await sql`create unique index table_officers_one_chair on table_officers (table_id) where office = 'chair' and ended_at is null`.execute(
    db,
  )
  await sql`create index on table_officers (person_id) where ended_at is null`.execute(db)

  await sql`create table seats (
    id uuid primary key default gen_random_uuid(),
    table_id uuid not null references tables (id),
    organisation_id uuid not null references organisations (id),
    kind seat_kind not null,
    act_number text not null,
    act_date date not null,
    starts_on date not null,
    ends_on date,
    end_reason text,
    appointed_by uuid references people (id),
    created_at timestamptz not null default moment(),
    client_id uuid,
    unique (appointed_by, client_id),
    check (ends_on is null or ends_on >= starts_on)
  )`.execute(db)
  await sql`create index on seats (table_id)`.execute(db)
  await sql`create index on seats (organisation_id)`.execute(db)
  await sql`comment on column seats.ends_on is 'Last day of the mandate, that day included.'`.execute(db)

  await sql`create table mandates (
    id uuid primary key default gen_random_uuid(),
    seat_id uuid not null references seats (id),
    person_id uuid not null references people (id),
    part mandate_part not null,
    act_number text not null,
    act_date date not null,
    starts_on date not null,
    ends_on date,
    end_reason text,
    created_at timestamptz not null default moment(),
    check (ends_on is null or ends_on >= starts_on - 1)
  )`.execute(db)
  await sql`comment on column mandates.ends_on is 'Last day, that day included; the day before the first when it was ended before it counted for any day.'`.execute(
    db,
  )
  await sql`create index on mandates (seat_id)`.execute(db)
  await sql`create index on mandates (person_id)`.execute(db)
  await sql`comment on table mandates is 'Who fills a seat, as holder or alternate, from when to when: the answer to "who represented whom on that day".'`.execute(
    db,
  )
}
