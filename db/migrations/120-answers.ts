import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type answer_outcome as enum ('accepted', 'accepted-in-part', 'declined', 'studying')`.execute(
    db,
  )
  await sql`create type decline_reason as enum ('not-competent', 'no-funds', 'already-covered', 'not-feasible', 'against-law', 'other')`.execute(
    db,
  )

  await sql`create table answer_requests (
    proposal_id uuid primary key references proposals (id),
    organisation_id uuid not null references organisations (id),
    asked_at timestamptz not null default moment(),
    asked_by uuid not null references people (id),
    due_on date not null,
    settled_at timestamptz,
    overdue_told_at timestamptz
  )`.execute(db)
  await sql`comment on table answer_requests is 'The responsible body was asked; overdue while unsettled after its date.'`.execute(
    db,
  )
  await sql`comment on column answer_requests.due_on is 'The last day to answer; a study moves it to its review date.'`.execute(
    db,
  )
  await sql`comment on column answer_requests.overdue_told_at is 'When followers were told that this due date has passed.'`.execute(
    db,
  )
  await sql`create index on answer_requests (due_on) where settled_at is null`.execute(db)

  await sql`create table answers (
    id uuid primary key default gen_random_uuid(),
    proposal_id uuid not null references answer_requests (proposal_id),
    number int not null,
    outcome answer_outcome not null,
    reason decline_reason,
    text text not null,
    language text not null default 'it',
    measure text not null default '',
    done_by date,
    review_on date,
    given_by uuid not null references people (id),
    given_at timestamptz not null default moment(),
    client_id uuid,
    unique (proposal_id, number),
    unique (given_by, client_id)
  )`.execute(db)
  await sql`comment on table answers is 'Never changed: a study is followed by another answer with the next number.'`.execute(
    db,
  )
  await sql`create trigger answers_append_only before update or delete on answers for each row execute function refuse_change()`.execute(
    db,
  )
}
