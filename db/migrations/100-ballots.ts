import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type ballot_state as enum ('planned', 'open', 'closed', 'cancelled')`.execute(db)
  await sql`create type ballot_unit as enum ('seat', 'person')`.execute(db)
  await sql`create type ballot_choice as enum ('for', 'against', 'abstain')`.execute(db)
  await sql`create type ballot_majority as enum ('simple', 'absolute', 'two-thirds')`.execute(db)
  await sql`create type ballot_outcome as enum ('approved', 'not-approved', 'no-quorum')`.execute(db)

  await sql`create table ballots (
    id uuid primary key default gen_random_uuid(),
    proposal_id uuid not null references proposals (id),
    proposal_version int not null,
    consultation_id uuid not null references consultations (id),
    definition_hash text not null,
    state ballot_state not null default 'planned',
    quorum int not null,
    majority ballot_majority not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text not null default '',
    outcome ballot_outcome,
    seat_tally jsonb,
    person_tally jsonb,
    people_on_roll int,
    created_by uuid not null references people (id),
    created_at timestamptz not null default moment(),
    client_id uuid,
    unique (created_by, client_id),
    foreign key (proposal_id, proposal_version) references proposal_versions (proposal_id, version),
    check (closes_at > opens_at),
    check (quorum between 0 and 100)
  )`.execute(db)
  await sql`create unique index one_live_ballot on ballots (proposal_id) where state in ('planned', 'open')`.execute(
    db,
  )
  await sql`create index on ballots (consultation_id)`.execute(db)
  await sql`create index ballots_to_open on ballots (opens_at) where state = 'planned'`.execute(db)
  await sql`create index ballots_to_close on ballots (closes_at) where state = 'open'`.execute(db)
  await sql`comment on column ballots.seat_tally is '{"for": 3, "against": 1, "abstain": 0}, counted once, at closing; no vote can follow.'`.execute(
    db,
  )
  await sql`comment on column ballots.people_on_roll is 'How many people could vote by person, counted when the ballot opened.'`.execute(
    db,
  )
  await sql`create function keep_ballot_definition() returns trigger language plpgsql as $$
  begin
    if (old.proposal_id, old.proposal_version, old.consultation_id, old.definition_hash, old.quorum, old.majority, old.opens_at, old.closes_at)
      is distinct from
      (new.proposal_id, new.proposal_version, new.consultation_id, new.definition_hash, new.quorum, new.majority, new.opens_at, new.closes_at)
    then raise exception 'what a ballot asks, and its rules, never change'; end if;
    if old.state in ('closed', 'cancelled') and new.state <> old.state
    then raise exception 'a ballot that is over is never opened again'; end if;
    return new;
  end $$`.execute(db)
  await sql`create trigger ballots_definition_kept before update on ballots for each row execute function keep_ballot_definition()`.execute(
    db,
  )
  await sql`create trigger ballots_never_deleted before delete on ballots for each row execute function refuse_change()`.execute(
    db,
  )
  await sql`comment on column ballots.quorum is 'Per cent of the voting seats on the roll that must vote.'`.execute(
    db,
  )
  await sql`comment on column ballots.definition_hash is 'SHA-256 of the question, its text and its rules, as they stood when the ballot was called.'`.execute(
    db,
  )

  await sql`create table ballot_seats (
    ballot_id uuid not null references ballots (id),
    seat_id uuid not null references seats (id),
    primary key (ballot_id, seat_id)
  )`.execute(db)
  await sql`comment on table ballot_seats is 'The roll of voting seats, frozen when the ballot opens. The roll of persons is everyone registered by then.'`.execute(
    db,
  )

  await sql`create table votes (
    ballot_id uuid not null references ballots (id),
    unit ballot_unit not null,
    elector_id uuid not null,
    cast_by uuid not null references people (id),
    choice ballot_choice not null,
    reason text not null default '',
    cast_at timestamptz not null default moment(),
    changed_at timestamptz,
    primary key (ballot_id, unit, elector_id)
  )`.execute(db)
  await sql`comment on column votes.elector_id is 'The seat for a vote by seat, the person for a vote by person: one vote each, whatever the tabs, retries or nodes.'`.execute(
    db,
  )
  await sql`create trigger votes_never_deleted before delete on votes for each row execute function refuse_change()`.execute(
    db,
  )
}
