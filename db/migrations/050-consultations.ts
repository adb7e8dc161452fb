import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table streams (
    id uuid primary key default gen_random_uuid(),
    last_seq bigint not null default 0
  )`.execute(db)
  await sql`comment on table streams is 'One ordered, gapless sequence of events for each room and each consultation.'`.execute(
    db,
  )
  await sql`create table events (
    stream_id uuid not null references streams (id),
    seq bigint not null,
    name text not null,
    actor_id uuid references people (id),
    about_id uuid,
    body jsonb not null default '{}',
    at timestamptz not null default moment(),
    primary key (stream_id, seq)
  )`.execute(db)
  await sql`comment on table events is 'Who did what to which thing, never its content: content is read at delivery, so a hidden text cannot come back in a replay.'`.execute(
    db,
  )
  await sql`create index on events (about_id)`.execute(db)

  await sql`create type consultation_phase as enum ('listen', 'discuss', 'propose', 'decide', 'answer', 'follow')`.execute(
    db,
  )
  await sql`create type consultation_visibility as enum ('public', 'members')`.execute(db)
  await sql`create type consultation_participation as enum ('organisations', 'registered')`.execute(db)

  await sql`create table consultations (
    id uuid primary key references streams (id),
    table_id uuid not null references tables (id),
    title jsonb not null,
    summary jsonb not null,
    goal jsonb not null,
    visibility consultation_visibility not null default 'public',
    participation consultation_participation not null default 'registered',
    answering_organisation_id uuid not null references organisations (id),
    answer_due_on date not null,
    opened_by uuid not null references people (id),
    opened_at timestamptz not null default moment(),
    closed_at timestamptz,
    client_id uuid,
    unique (opened_by, client_id)
  )`.execute(db)
  await sql`create index on consultations (table_id)`.execute(db)
  await sql`create index on consultations (answering_organisation_id)`.execute(db)
  await sql`create index on consultations (opened_at desc, id desc)`.execute(db)
  await sql`comment on column consultations.participation is 'Who may post needs and speak: only people acting for a verified organisation, or anyone registered.'`.execute(
    db,
  )

  await sql`create table consultation_phases (
    consultation_id uuid not null references consultations (id),
    phase consultation_phase not null,
    starts_on date not null,
    ends_on date not null,
    primary key (consultation_id, phase),
    check (ends_on >= starts_on)
  )`.execute(db)

  await sql`create table consultation_members (
    consultation_id uuid not null references consultations (id),
    person_id uuid not null references people (id),
    added_by uuid not null references people (id),
    added_at timestamptz not null default moment(),
    primary key (consultation_id, person_id)
  )`.execute(db)
  await sql`create index on consultation_members (person_id)`.execute(db)
  await sql`comment on table consultation_members is 'People let into a members-only consultation beside those whose seat or office already lets them in.'`.execute(
    db,
  )

  await sql`create view consultation_people as
    select consultation_id, person_id from consultation_members
    union all
    select c.id, o.person_id from consultations c join table_officers o on o.table_id = c.table_id where o.ended_at is null
    union all
    select c.id, m.person_id from consultations c
      join seats s on s.table_id = c.table_id
      join mandates m on m.seat_id = s.id
      cross join (select (now() at time zone 'Europe/Rome')::date as day) today
      where s.starts_on <= today.day and (s.ends_on is null or s.ends_on >= today.day)
        and m.starts_on <= today.day and (m.ends_on is null or m.ends_on >= today.day)
    union all
    select c.id, m.person_id from consultations c
      join organisation_members m on m.organisation_id = c.answering_organisation_id
      where m.left_at is null and m.role = 'representative'`.execute(db)
  await sql`comment on view consultation_people is 'Everyone who may enter a members-only consultation today.'`.execute(
    db,
  )
  // plpgsql is not inlined: the view is planned once a connection and only when somebody asks about a members-only
  // consultation. In the statements themselves, planning it took twenty times as long as running them.
  await sql`create function is_inside_consultation(consultation uuid, person uuid) returns boolean
    stable cost 1000 language plpgsql as $$
  begin
    return exists (select 1 from consultation_people inside
      where inside.consultation_id = consultation and inside.person_id = person);
  end $$`.execute(db)
}
