import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ballots add column meeting_id uuid references meetings (id)`.execute(db)
  await sql`create index on ballots (meeting_id) where meeting_id is not null`.execute(db)
  await sql`comment on column ballots.meeting_id is 'The meeting in which the chair put the question; its room is told when the vote opens and closes.'`.execute(
    db,
  )

  await sql`create table motions (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    number int not null,
    item_id uuid references agenda_items (id),
    proposal_id uuid references proposals (id),
    seat_id uuid not null references seats (id),
    moved_by uuid not null references people (id),
    text text not null,
    language text not null,
    moved_at timestamptz not null default moment(),
    withdrawn_at timestamptz,
    withdrawn_by uuid references people (id),
    client_id uuid,
    unique (meeting_id, number),
    unique (moved_by, client_id)
  )`.execute(db)
  await sql`comment on column motions.item_id is 'The item that was running when it was moved.'`.execute(db)
  await sql`comment on column motions.proposal_id is 'The published proposal it asks to vote on; null where its own text is what is voted on.'`.execute(
    db,
  )
  await sql`create table motion_supports (
    motion_id uuid not null references motions (id),
    seat_id uuid not null references seats (id),
    supported_by uuid not null references people (id),
    supported_at timestamptz not null default moment(),
    primary key (motion_id, seat_id)
  )`.execute(db)

  await sql`create table decisions (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    item_id uuid references agenda_items (id),
    motion_id uuid references motions (id),
    ballot_id uuid unique references ballots (id),
    text text not null,
    language text not null,
    seats_present int not null,
    seats_needed int not null,
    seats_voting int not null,
    recorded_by uuid not null references people (id),
    recorded_at timestamptz not null default moment(),
    client_id uuid,
    unique (recorded_by, client_id),
    check ((motion_id is null) = (ballot_id is null))
  )`.execute(db)
  await sql`create index on decisions (meeting_id)`.execute(db)
  await sql`create index on decisions (motion_id) where motion_id is not null`.execute(db)
  await sql`comment on table decisions is 'A question that the table settled: by a vote, whose outcome is the ballot''s and is not repeated here, or by consent.'`.execute(
    db,
  )
  await sql`comment on column decisions.seats_present is 'The quorum as it stood at that moment: seats present, seats needed, seats that vote.'`.execute(
    db,
  )
  await sql`create trigger decisions_append_only before update or delete on decisions
    for each row execute function refuse_change()`.execute(db)

  await sql`create table vote_turnouts (
    ballot_id uuid primary key references ballots (id),
    seats int not null default 0,
    persons int not null default 0
  )`.execute(db)
  await sql`comment on table vote_turnouts is 'How many had voted when the room of a meeting was last told; beside the ballot, whose row all who vote share.'`.execute(
    db,
  )

  await sql`create table tasks (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    item_id uuid references agenda_items (id),
    decision_id uuid references decisions (id),
    text text not null,
    language text not null,
    office text not null default '',
    organisation_id uuid references organisations (id),
    due_on date not null,
    review_on date,
    set_by uuid not null references people (id),
    set_at timestamptz not null default moment(),
    client_id uuid,
    unique (set_by, client_id),
    check (num_nonnulls(item_id, decision_id) = 1),
    check (office <> '' or organisation_id is not null),
    check (review_on >= due_on)
  )`.execute(db)
  await sql`create index on tasks (meeting_id)`.execute(db)
  await sql`comment on column tasks.office is 'Who is to do it, in words, where it is no organisation of the platform.'`.execute(
    db,
  )
  await sql`create trigger tasks_append_only before update or delete on tasks
    for each row execute function refuse_change()`.execute(db)

  await sql`create table task_reports (
    task_id uuid not null references tasks (id),
    number int not null,
    is_done boolean not null,
    note text not null default '',
    language text not null,
    reported_by uuid not null references people (id),
    reported_at timestamptz not null default moment(),
    client_id uuid,
    unique (reported_by, client_id),
    primary key (task_id, number)
  )`.execute(db)
  await sql`comment on table task_reports is 'The last one says whether the task is done; those before it stay.'`.execute(
    db,
  )
  await sql`create trigger task_reports_append_only before update or delete on task_reports
    for each row execute function refuse_change()`.execute(db)

  await sql`create table statements_taken_up (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meetings (id),
    item_id uuid references agenda_items (id),
    message_id uuid not null references messages (id),
    taken_up_by uuid not null references people (id),
    taken_up_at timestamptz not null default moment(),
    unique (meeting_id, message_id)
  )`.execute(db)
  await sql`comment on table statements_taken_up is 'Messages that stand in the record. The words stay in the message: hidden or withdrawn, they leave the draft.'`.execute(
    db,
  )
}
