import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type check_kind as enum ('temperature', 'question')`.execute(db)
  await sql`create type check_unit as enum ('seat', 'person')`.execute(db)

  await sql`create table checks (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    item_id uuid references agenda_items (id),
    kind check_kind not null,
    unit check_unit not null,
    question text not null,
    language text not null,
    options text[] not null default '{}',
    opened_by uuid not null references people (id),
    opened_at timestamptz not null default moment(),
    closes_at timestamptz not null,
    closed_at timestamptz,
    answered int not null default 0,
    client_id uuid,
    unique (opened_by, client_id),
    check (closes_at > opened_at),
    check ((kind = 'temperature') = (cardinality(options) = 0)),
    check (cardinality(options) <= 6)
  )`.execute(db)
  await sql`create unique index one_open_check on checks (meeting_id) where closed_at is null`.execute(db)
  await sql`create index on checks (meeting_id)`.execute(db)
  await sql`comment on column checks.options is 'What may be answered to a question; a temperature check has its own three.'`.execute(
    db,
  )
  await sql`comment on column checks.answered is 'How many have answered, as it was last told to the room.'`.execute(
    db,
  )

  await sql`create table check_answers (
    check_id uuid not null references checks (id),
    unit_id uuid not null,
    person_id uuid not null references people (id),
    choice smallint not null,
    answered_at timestamptz not null default moment(),
    primary key (check_id, unit_id),
    check (choice between 0 and 5)
  )`.execute(db)
  await sql`comment on column check_answers.unit_id is 'The seat or the person that answers, by the check''s unit.'`.execute(
    db,
  )
}
