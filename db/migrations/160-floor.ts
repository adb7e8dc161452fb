import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type presence_end as enum ('left', 'replaced', 'lapsed', 'mandate-ended')`.execute(db)
  await sql`create type hand_kind as enum ('speak', 'question', 'point-of-order', 'reply')`.execute(db)
  await sql`create type hand_end as enum ('lowered', 'given', 'left')`.execute(db)

  await sql`create table seat_presences (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    seat_id uuid not null references seats (id),
    person_id uuid not null references people (id),
    part mandate_part not null,
    came_at timestamptz not null default moment(),
    seen_until timestamptz not null,
    left_at timestamptz,
    ended_by presence_end,
    check ((left_at is null) = (ended_by is null))
  )`.execute(db)
  await sql`create unique index one_present on seat_presences (meeting_id, seat_id) where left_at is null`.execute(
    db,
  )
  await sql`create index on seat_presences (meeting_id)`.execute(db)
  await sql`comment on table seat_presences is 'Who came to a meeting for a seat and when they left; one at a time for each seat. When the meeting closes, whoever is still there leaves with it.'`.execute(
    db,
  )
  await sql`comment on column seat_presences.seen_until is 'Until when the last sign of life counts: a live connection gives a minute, a page that was opened gives ten.'`.execute(
    db,
  )

  await sql`create table seat_apologies (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    seat_id uuid not null references seats (id),
    person_id uuid not null references people (id),
    note text not null default '',
    sent_at timestamptz not null default moment(),
    withdrawn_at timestamptz
  )`.execute(db)
  await sql`create unique index one_apology on seat_apologies (meeting_id, seat_id) where withdrawn_at is null`.execute(
    db,
  )
  await sql`comment on column seat_apologies.note is 'For the chair and the secretary only.'`.execute(db)

  await sql`create table hands (
    id uuid primary key,
    meeting_id uuid not null references meetings (id),
    seat_id uuid not null references seats (id),
    person_id uuid not null references people (id),
    kind hand_kind not null,
    place bigint not null,
    raised_at timestamptz not null default moment(),
    ended_at timestamptz,
    ended_by hand_end,
    client_id uuid,
    unique (person_id, client_id),
    check ((ended_at is null) = (ended_by is null))
  )`.execute(db)
  await sql`create unique index one_hand on hands (meeting_id, seat_id) where ended_at is null`.execute(db)
  await sql`create index on hands (meeting_id)`.execute(db)
  await sql`comment on column hands.place is 'Its place in the room''s one order: the seq of the event that raised it.'`.execute(
    db,
  )

  await sql`create table speaking_turns (
    id uuid primary key,
    meeting_id uuid not null references meetings (id),
    seat_id uuid not null references seats (id),
    person_id uuid not null references people (id),
    hand_id uuid not null references hands (id),
    item_id uuid references agenda_items (id),
    kind hand_kind not null,
    given_by uuid not null references people (id),
    given_at timestamptz not null default moment(),
    running_since timestamptz,
    spent_milliseconds int not null default 0,
    ended_at timestamptz,
    unique (hand_id),
    check (ended_at is null or running_since is null)
  )`.execute(db)
  await sql`create unique index one_turn on speaking_turns (meeting_id) where ended_at is null`.execute(db)
  await sql`create index on speaking_turns (meeting_id)`.execute(db)
  await sql`comment on column speaking_turns.running_since is 'Since when its clock runs; null while it is paused or over.'`.execute(
    db,
  )
  await sql`comment on column speaking_turns.spent_milliseconds is 'What its clock had counted when it last stopped.'`.execute(
    db,
  )
}
