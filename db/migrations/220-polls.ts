import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type poll_kind as enum ('favour', 'consent', 'consensus', 'gradients', 'approval', 'score', 'dots',
    'schulze', 'irv', 'stv-scottish', 'stv-meek', 'knapsack', 'greedy', 'equal-shares')`.execute(db)
  await sql`create type poll_electors as enum ('seats', 'persons', 'both')`.execute(db)
  await sql`create type poll_tier as enum ('open', 'confidential', 'external')`.execute(db)

  await sql`create table polls (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultations (id),
    kind poll_kind not null,
    title text not null,
    text text not null,
    language text not null,
    electors poll_electors not null,
    tier poll_tier not null,
    rules jsonb not null,
    options jsonb not null,
    definition_hash text not null,
    external_address text,
    corrects_id uuid references polls (id),
    state ballot_state not null default 'planned',
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text not null default '',
    tier_confirmed_by uuid references people (id),
    tier_confirmed_at timestamptz,
    result jsonb,
    seal text,
    created_by uuid not null references people (id),
    created_at timestamptz not null default moment(),
    client_id uuid,
    unique (created_by, client_id),
    check (closes_at > opens_at),
    check (tier_confirmed_by <> created_by),
    check (state not in ('open', 'closed') or tier_confirmed_by is not null),
    check ((tier = 'external') = (external_address is not null))
  )`.execute(db)
  await sql`create index on polls (consultation_id, opens_at)`.execute(db)
  await sql`create index polls_to_open on polls (opens_at) where state = 'planned'`.execute(db)
  await sql`create index polls_to_close on polls (closes_at) where state = 'open'`.execute(db)
  await sql`comment on table polls is 'A ballot on options of its own, composed from a template; one on a proposal, in favour or against, is in ballots.'`.execute(
    db,
  )
  await sql`comment on column polls.tier is 'What is promised of secrecy, proposed by created_by and confirmed by another officer of the table. Never changed.'`.execute(
    db,
  )
  await sql`comment on column polls.seal is 'SHA-256 of the definition''s hash, the counted papers and the result; a closed poll is corrected only by another that cites it.'`.execute(
    db,
  )
  await sql`create function keep_poll_definition() returns trigger language plpgsql as $$
  begin
    if (old.consultation_id, old.kind, old.title, old.text, old.electors, old.tier, old.rules, old.options, old.definition_hash,
        old.external_address, old.opens_at, old.closes_at, old.created_by)
      is distinct from
      (new.consultation_id, new.kind, new.title, new.text, new.electors, new.tier, new.rules, new.options, new.definition_hash,
        new.external_address, new.opens_at, new.closes_at, new.created_by)
    then raise exception 'what a poll asks, and its rules, never change'; end if;
    if old.tier_confirmed_by is not null and new.tier_confirmed_by is distinct from old.tier_confirmed_by
    then raise exception 'a tier is confirmed once'; end if;
    if old.state in ('closed', 'cancelled') and new.state <> old.state
    then raise exception 'a poll that is over is never opened again'; end if;
    if old.seal is not null and (new.seal, new.result) is distinct from (old.seal, old.result)
    then raise exception 'a sealed result never changes'; end if;
    return new;
  end $$`.execute(db)
  await sql`create trigger polls_definition_kept before update on polls for each row execute function keep_poll_definition()`.execute(
    db,
  )
  await sql`create trigger polls_never_deleted before delete on polls for each row execute function refuse_change()`.execute(
    db,
  )

  await sql`create table poll_roll (
    poll_id uuid not null references polls (id),
    unit ballot_unit not null,
    elector_id uuid not null,
    has_voted boolean not null default false,
    primary key (poll_id, unit, elector_id)
  )`.execute(db)
  await sql`comment on table poll_roll is 'Who may vote, frozen when the poll opens: seats with a vote, or everybody registered who may see the consultation. Says that they voted, never when or how.'`.execute(
    db,
  )

  await sql`create table poll_votes (
    poll_id uuid not null,
    unit ballot_unit not null,
    elector_id uuid not null,
    cast_by uuid not null references people (id),
    paper jsonb not null,
    reason text not null default '',
    cast_at timestamptz not null default moment(),
    changed_at timestamptz,
    primary key (poll_id, unit, elector_id),
    foreign key (poll_id, unit, elector_id) references poll_roll (poll_id, unit, elector_id)
  )`.execute(db)
  await sql`comment on table poll_votes is 'Open votes alone, by name, as voters were told.'`.execute(db)
  await sql`create trigger poll_votes_never_deleted before delete on poll_votes for each row execute function refuse_change()`.execute(
    db,
  )

  await sql`create schema box`.execute(db)
  await sql`create table box.papers (
    id uuid primary key default gen_random_uuid(),
    poll_id uuid not null references polls (id),
    unit ballot_unit not null,
    paper jsonb not null,
    reason text not null default '',
    code_hash text not null,
    unique (poll_id, code_hash)
  )`.execute(db)
  await sql`comment on table box.papers is 'Confidential votes alone: no voter, no time, no order. Rewritten in random order, all at once, so that no mark of the database joins a row to the roll.'`.execute(
    db,
  )
  await sql`comment on column box.papers.code_hash is 'SHA-256 of the receipt that the voter alone holds; whoever shows it may change the paper until the close.'`.execute(
    db,
  )

  await sql`create table poll_proxies (
    id uuid primary key default gen_random_uuid(),
    poll_id uuid not null references polls (id),
    unit ballot_unit not null,
    giver_id uuid not null,
    holder_id uuid not null,
    given_by uuid not null references people (id),
    given_at timestamptz not null default moment(),
    revoked_at timestamptz,
    is_used boolean not null default false,
    check (giver_id <> holder_id),
    check (revoked_at is null or not is_used)
  )`.execute(db)
  await sql`create unique index one_proxy_of_each_elector on poll_proxies (poll_id, unit, giver_id) where revoked_at is null`.execute(
    db,
  )
  await sql`create index on poll_proxies (poll_id, unit, holder_id) where revoked_at is null`.execute(db)
  await sql`comment on table poll_proxies is 'One hop, at most two for a holder, within one unit. Who holds one votes once more for the giver, never with more weight. That it was used is kept without a time.'`.execute(
    db,
  )
}
