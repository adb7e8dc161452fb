import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table rooms (
    id uuid primary key references streams (id),
    consultation_id uuid not null references consultations (id),
    opened_at timestamptz not null default moment(),
    closed_at timestamptz,
    slow_seconds int not null default 0 check (slow_seconds >= 0),
    held_since timestamptz
  )`.execute(db)
  await sql`create index on rooms (consultation_id)`.execute(db)
  await sql`comment on column rooms.slow_seconds is 'How long a person waits between two messages; 0 when they need not.'`.execute(
    db,
  )
  await sql`comment on column rooms.held_since is 'Since when messages wait for a moderator before they are in the room; null when they do not.'`.execute(
    db,
  )
  await sql`alter table streams add column rules int not null default 0`.execute(db)
  await sql`comment on column streams.rules is 'Raised when what may be added changes (a room closes, slows down, holds messages, lets a person go), so that what was judged by the rules before is judged again.'`.execute(
    db,
  )

  await sql`create table messages (
    id uuid primary key default gen_random_uuid(),
    room_id uuid not null references rooms (id),
    seq bigint,
    author_id uuid not null references people (id),
    organisation_id uuid references organisations (id),
    thread_id uuid references messages (id),
    reply_to uuid references messages (id),
    language text not null,
    text text not null,
    mentions int not null default 0,
    posted_at timestamptz not null default moment(),
    edited_at timestamptz,
    withdrawn_at timestamptz,
    hidden_at timestamptz,
    held_at timestamptz,
    refused_at timestamptz,
    parked_at timestamptz,
    returned_at timestamptz,
    client_id uuid not null,
    unique (room_id, author_id, client_id),
    unique (room_id, seq),
    check (seq is not null or held_at is not null),
    check (seq is null or refused_at is null),
    check ((thread_id is null) = (reply_to is null))
  )`.execute(db)
  await sql`create index on messages (thread_id, seq) where thread_id is not null`.execute(db)
  await sql`create index messages_held on messages (room_id, held_at) where seq is null`.execute(db)
  await sql`create index messages_parked on messages (room_id, parked_at) where parked_at is not null`.execute(
    db,
  )
  await sql`comment on column messages.client_id is 'Chosen by the sender: a retry with the same one returns the first result.'`.execute(
    db,
  )
  await sql`comment on column messages.seq is 'The place in the room''s one order: the seq of the event that put it there. Null while it waits for a moderator: it is not in the room, and nobody but its author and the moderators may know of it.'`.execute(
    db,
  )
  await sql`comment on column messages.thread_id is 'The message whose thread it is in; a thread is one level deep, so that one is in none.'`.execute(
    db,
  )
  await sql`comment on column messages.mentions is 'How many seats it calls on (message_mentions), so that most messages need no look there.'`.execute(
    db,
  )
  await sql`comment on column messages.parked_at is 'Put aside for later by a moderator: out of everybody''s sight, with a way back.'`.execute(
    db,
  )
  await sql`alter table rooms add column pinned_message_id uuid references messages (id)`.execute(db)
  // plpgsql is not inlined, and says that it answers few: what reads the newest events is then planned once, and not each
  // time for fear of a long history.
  await sql`create function events_after(stream uuid, place bigint, up_to bigint, most int) returns setof events
    stable rows 2 language plpgsql as $$
  begin
    return query select * from events e where e.stream_id = stream and e.seq > place and e.seq <= up_to order by e.seq limit most;
  end $$`.execute(db)
  // Thrown by a statement that finds the rules changed under it: nothing of it stays, and it is tried again.
  await sql`create function judge_again() returns boolean language plpgsql as $$
  begin
    raise exception 'judged by rules that have changed' using errcode = '40001';
  end $$`.execute(db)

  await sql`create table room_turns (
    room_id uuid not null references rooms (id),
    person_id uuid not null references people (id),
    at timestamptz not null,
    primary key (room_id, person_id)
  )`.execute(db)
  await sql`comment on table room_turns is 'When each person last spoke in a slowed room. Its row is the lock by which one of many messages sent at once is let in.'`.execute(
    db,
  )

  await sql`create table message_mentions (
    message_id uuid not null references messages (id),
    seat_id uuid not null references seats (id),
    primary key (message_id, seat_id)
  )`.execute(db)
  await sql`create index on message_mentions (seat_id)`.execute(db)

  await sql`create type reaction as enum ('agree', 'thanks', 'important', 'question', 'idea')`.execute(db)
  await sql`create table message_reactions (
    message_id uuid not null references messages (id),
    person_id uuid not null references people (id),
    kind reaction not null,
    at timestamptz not null default moment(),
    primary key (message_id, person_id, kind)
  )`.execute(db)
  await sql`comment on table message_reactions is 'Shown as counts and to oneself; who else reacted is told to nobody.'`.execute(
    db,
  )

  await sql`create table recaps (
    id uuid primary key default gen_random_uuid(),
    room_id uuid not null references rooms (id),
    author_id uuid not null references people (id),
    written_at timestamptz not null default moment(),
    withdrawn_at timestamptz,
    client_id uuid,
    unique (author_id, client_id)
  )`.execute(db)
  await sql`create index on recaps (room_id, written_at desc, id desc)`.execute(db)
  await sql`create table recap_texts (
    recap_id uuid not null references recaps (id),
    position int not null,
    language text not null,
    text text not null,
    primary key (recap_id, position),
    unique (recap_id, language),
    check (position in (1, 2))
  )`.execute(db)
  await sql`comment on table recaps is 'What was said so far in plain words, in two languages, kept apart from the talk.'`.execute(
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
