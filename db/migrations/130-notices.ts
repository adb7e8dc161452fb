import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type followed_kind as enum ('consultation', 'need', 'proposal')`.execute(db)
  await sql`create type notice_rhythm as enum ('at-once', 'digest', 'never')`.execute(db)
  await sql`create type mail_state as enum ('waiting', 'sent', 'failed')`.execute(db)

  await sql`alter table people add column notice_rhythm notice_rhythm not null default 'digest'`.execute(db)

  await sql`create table follows (
    person_id uuid not null references people (id),
    subject_kind followed_kind not null,
    subject_id uuid not null,
    since timestamptz not null default moment(),
    primary key (person_id, subject_kind, subject_id)
  )`.execute(db)
  await sql`create index on follows (subject_id)`.execute(db)

  await sql`create table notices (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references people (id),
    kind text not null,
    subject_kind text not null,
    subject_id uuid not null,
    stream_id uuid not null,
    seq bigint not null,
    at timestamptz not null default moment(),
    read_at timestamptz,
    mailed_at timestamptz,
    unique (person_id, stream_id, seq, subject_id)
  )`.execute(db)
  await sql`create index on notices (person_id, at desc, id desc)`.execute(db)
  await sql`create index on notices (person_id) where read_at is null`.execute(db)
  await sql`create index on notices (at) where mailed_at is null`.execute(db)
  await sql`comment on column notices.mailed_at is 'When its mail was written, or when it was settled that none is owed.'`.execute(
    db,
  )
  await sql`comment on table notices is 'One for each event and person told of it; the text is made when read, in the reader''s language.'`.execute(
    db,
  )

  await sql`create table event_readers (
    reader text not null,
    stream_id uuid not null references streams (id),
    seq bigint not null,
    primary key (reader, stream_id)
  )`.execute(db)
  await sql`comment on table event_readers is 'How far a background reader (notices) has come in each stream.'`.execute(
    db,
  )

  await sql`create table mails (
    id uuid primary key default gen_random_uuid(),
    person_id uuid references people (id),
    recipient text not null,
    language text not null,
    subject text not null,
    text text not null,
    html text not null,
    headers jsonb not null default '{}',
    state mail_state not null default 'waiting',
    attempts int not null default 0,
    due_at timestamptz not null default moment(),
    last_error text,
    created_at timestamptz not null default moment(),
    sent_at timestamptz
  )`.execute(db)
  await sql`create index on mails (created_at desc)`.execute(db)
  await sql`create index on mails (due_at) where state <> 'sent'`.execute(db)
  await sql`comment on column mails.due_at is 'Not tried before: each failure puts it off for longer.'`.execute(
    db,
  )
  await sql`comment on column mails.last_error is 'The mail server''s code and no words of its own, which would repeat the address.'`.execute(
    db,
  )
}
