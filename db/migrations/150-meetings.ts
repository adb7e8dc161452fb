import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type meeting_state as enum ('called', 'open', 'closed', 'cancelled')`.execute(db)
  await sql`create type item_state as enum ('waiting', 'running', 'closed', 'carried')`.execute(db)
  await sql`create type item_ending as enum ('discussed', 'agreed', 'decided', 'not-agreed')`.execute(db)

  await sql`create table meetings (
    id uuid primary key default gen_random_uuid(),
    table_id uuid not null references tables (id),
    consultation_id uuid not null references consultations (id),
    room_id uuid not null references rooms (id),
    number int not null,
    title jsonb not null,
    state meeting_state not null default 'called',
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    place text not null default '',
    languages text[] not null default '{it}',
    quorum int not null,
    seat_seconds int,
    shows_names boolean not null default false,
    revision int not null default 0,
    opened_at timestamptz,
    closed_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text not null default '',
    reminded_at timestamptz,
    called_by uuid not null references people (id),
    called_at timestamptz not null default moment(),
    client_id uuid,
    unique (called_by, client_id),
    unique (table_id, number),
    check (ends_at > starts_at),
    check (quorum between 0 and 100),
    check (seat_seconds > 0)
  )`.execute(db)
  await sql`create unique index one_open_meeting on meetings (room_id) where state = 'open'`.execute(db)
  await sql`create index on meetings (room_id, starts_at)`.execute(db)
  await sql`create index meetings_to_remind on meetings (starts_at) where state = 'called' and reminded_at is null`.execute(
    db,
  )
  await sql`comment on column meetings.quorum is 'Per cent of the voting seats in force that must be present.'`.execute(
    db,
  )
  await sql`comment on column meetings.languages is 'The languages in which the papers were promised.'`.execute(
    db,
  )
  await sql`comment on column meetings.seat_seconds is 'How long each seat may speak in the whole meeting; null for no limit.'`.execute(
    db,
  )
  await sql`comment on column meetings.shows_names is 'Whether the minutes name the person beside the seat.'`.execute(
    db,
  )
  await sql`comment on column meetings.revision is 'Raised at each change, so that calendars take the new invitation (RFC 5545 SEQUENCE).'`.execute(
    db,
  )

  await sql`create table agenda_items (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    position int,
    title text not null,
    language text not null,
    minutes int not null,
    need_id uuid references needs (id),
    proposal_id uuid references proposals (id),
    state item_state not null default 'waiting',
    running_since timestamptz,
    spent_seconds int not null default 0,
    closed_at timestamptz,
    ended_as item_ending,
    outcome text not null default '',
    outcome_language text,
    ending_client_id uuid,
    carried_to uuid unique references agenda_items (id),
    removed_at timestamptz,
    client_id uuid,
    unique (meeting_id, client_id),
    unique (meeting_id, position) deferrable initially deferred,
    check (minutes between 1 and 600),
    check (num_nonnulls(need_id, proposal_id) <= 1),
    check ((position is null) = (removed_at is not null)),
    check ((state = 'closed') = (ended_as is not null))
  )`.execute(db)
  await sql`create unique index one_running_item on agenda_items (meeting_id) where state = 'running'`.execute(
    db,
  )
  await sql`create view invited_to_meetings as
    select m.id as meeting_id, o.person_id from meetings m join table_officers o on o.table_id = m.table_id where o.ended_at is null
    union
    select m.id, d.person_id from meetings m
      cross join lateral (select (m.starts_at at time zone 'Europe/Rome')::date as on_day) the
      join seats s on s.table_id = m.table_id and s.starts_on <= the.on_day and (s.ends_on is null or s.ends_on >= the.on_day)
      join mandates d on d.seat_id = s.id and d.starts_on <= the.on_day and (d.ends_on is null or d.ends_on >= the.on_day)`.execute(
    db,
  )
  await sql`comment on view invited_to_meetings is 'The officers of the table, and who fills its seats, as holder or alternate, on the day of the meeting.'`.execute(
    db,
  )
  await sql`alter table mails add column calendar jsonb`.execute(db)
  await sql`comment on column mails.calendar is 'The appointment that goes with the mail: its method and its file (RFC 5545).'`.execute(
    db,
  )

  await sql`comment on column agenda_items.running_since is 'Since when its clock runs; null while it is paused or not running.'`.execute(
    db,
  )
  await sql`comment on column agenda_items.position is 'From 1 without a gap; null once the item was taken off the agenda.'`.execute(
    db,
  )
  await sql`comment on column agenda_items.carried_to is 'The item of a later meeting that took its place; null while it waits to be taken.'`.execute(
    db,
  )
  await sql`comment on column agenda_items.spent_seconds is 'What its clock had counted when it last stopped.'`.execute(
    db,
  )

  await sql`create table agenda_papers (
    id uuid primary key default gen_random_uuid(),
    item_id uuid not null references agenda_items (id),
    position int not null,
    removed_at timestamptz,
    client_id uuid,
    unique (item_id, client_id)
  )`.execute(db)
  await sql`create index on agenda_papers (item_id, position)`.execute(db)
  await sql`create index on agenda_items (need_id) where need_id is not null`.execute(db)
  await sql`create index on agenda_items (proposal_id) where proposal_id is not null`.execute(db)
  await sql`create table agenda_paper_texts (
    paper_id uuid not null references agenda_papers (id),
    language text not null,
    title text not null,
    text text not null default '',
    link text not null default '',
    written_at timestamptz not null default moment(),
    primary key (paper_id, language)
  )`.execute(db)
}
