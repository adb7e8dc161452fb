import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table rooms (
    id uuid primary key references streams (id),
    consultation_id uuid not null references consultations (id),
    opened_at timestamptz not null default moment(),
    closed_at timestamptz
  )`.execute(db)
  await sql`create index on rooms (consultation_id)`.execute(db)

  await sql`create table messages (
    id uuid primary key default gen_random_uuid(),
    room_id uuid not null references rooms (id),
    seq bigint not null,
    author_id uuid not null references people (id),
    organisation_id uuid references organisations (id),
    reply_to uuid references messages (id),
    language text not null,
    text text not null,
    posted_at timestamptz not null default moment(),
    edited_at timestamptz,
    withdrawn_at timestamptz,
    hidden_at timestamptz,
    client_id uuid not null,
    unique (room_id, author_id, client_id),
    unique (room_id, seq)
  )`.execute(db)
  await sql`comment on column messages.client_id is 'Chosen by the sender: a retry with the same one returns the first result.'`.execute(
    db,
  )
  await sql`comment on column messages.seq is 'The place in the room''s one order: the seq of the event that posted it.'`.execute(
    db,
  )

  await sql`create table message_versions (
    message_id uuid not null references messages (id),
    version int not null,
    text text not null,
    replaced_at timestamptz not null default moment(),
    primary key (message_id, version)
  )`.execute(db)
  await sql`comment on table message_versions is 'What a message said before each edit; for moderators only.'`.execute(
    db,
  )

  await sql`create table room_presence (
    room_id uuid not null references rooms (id),
    node_id text not null,
    people int not null,
    at timestamptz not null default moment(),
    primary key (room_id, node_id)
  )`.execute(db)
  await sql`comment on table room_presence is 'How many are in the room through each node; a count, never who.'`.execute(
    db,
  )
}
