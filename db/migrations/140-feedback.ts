import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type feedback_usefulness as enum ('yes', 'partly', 'no')`.execute(db)
  await sql`create table feedback (
    id uuid primary key default gen_random_uuid(),
    page text not null,
    useful feedback_usefulness not null,
    hard text[] not null check (hard <@ array['words', 'finding', 'broken', 'phone', 'language', 'assistive', 'trust', 'other']),
    words text not null default '',
    language text not null,
    email text,
    sent_at timestamptz not null default moment(),
    settled_at timestamptz,
    settled_by uuid references people (id),
    client_id uuid unique
  )`.execute(db)
  await sql`comment on table feedback is 'How a page was for somebody. Never who, not even when they were signed in.'`.execute(
    db,
  )
  await sql`comment on column feedback.page is 'The kind of page: a path without ids, tokens or query.'`.execute(
    db,
  )
  await sql`comment on column feedback.email is 'Only where an answer was asked for; emptied when the feedback is settled.'`.execute(
    db,
  )
  await sql`create index on feedback (sent_at desc, id desc)`.execute(db)
}
