import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type moderated_kind as enum ('message', 'need')`.execute(db)
  await sql`create type report_reason as enum ('insult', 'discrimination', 'threat', 'personal-details', 'danger', 'off-topic', 'spam', 'other')`.execute(
    db,
  )
  await sql`create type report_state as enum ('open', 'upheld', 'dismissed')`.execute(db)
  await sql`create type moderation_act as enum
    ('hide', 'dismiss', 'restore', 'approve', 'refuse', 'park', 'return', 'pin', 'unpin', 'slow', 'hold')`.execute(
    db,
  )
  await sql`create type logged_kind as enum ('message', 'need', 'room')`.execute(db)

  await sql`create table reports (
    id uuid primary key default gen_random_uuid(),
    subject_kind moderated_kind not null,
    subject_id uuid not null,
    table_id uuid not null references tables (id),
    consultation_id uuid not null references consultations (id),
    reporter_id uuid not null references people (id),
    reason report_reason not null,
    note text not null default '',
    state report_state not null default 'open',
    reported_at timestamptz not null default moment(),
    decided_at timestamptz,
    unique (subject_id, reporter_id)
  )`.execute(db)
  await sql`create index on reports (table_id, reported_at) where state = 'open'`.execute(db)
  await sql`create index on reports (subject_id)`.execute(db)

  await sql`create table moderation_log (
    number bigint generated always as identity primary key,
    at timestamptz not null default moment(),
    table_id uuid not null references tables (id),
    moderator_id uuid not null references people (id),
    act moderation_act not null,
    subject_kind logged_kind not null,
    subject_id uuid not null,
    reason report_reason,
    note text not null default '',
    detail int
  )`.execute(db)
  await sql`comment on column moderation_log.detail is 'Of slow: the seconds. Of hold: 1 when it began, 0 when it ended.'`.execute(
    db,
  )
  await sql`create index on moderation_log (subject_id)`.execute(db)
  await sql`create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name;
  end $$`.execute(db)
  await sql`create trigger moderation_log_append_only before update or delete on moderation_log
    for each row execute function refuse_change()`.execute(db)
  await sql`create trigger moderation_log_no_truncate before truncate on moderation_log
    for each statement execute function refuse_change()`.execute(db)
}
