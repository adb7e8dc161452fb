import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type statement_state as enum ('waiting', 'approved', 'rejected')`.execute(db)

  await sql`create table statement_collections (
    consultation_id uuid primary key references consultations (id),
    is_open boolean not null default false,
    holds_statements boolean not null default true,
    lets_guests boolean not null default false,
    shows_results boolean not null default false,
    last_number int not null default 0,
    arranged_by uuid not null references people (id),
    arranged_at timestamptz not null default moment()
  )`.execute(db)
  await sql`comment on column statement_collections.holds_statements is 'What participants write waits for a moderator before it is asked.'`.execute(
    db,
  )
  await sql`comment on column statement_collections.lets_guests is 'Whether one may answer without an account.'`.execute(
    db,
  )
  await sql`comment on column statement_collections.shows_results is 'Before this nobody sees how others answered, moderators included.'`.execute(
    db,
  )

  await sql`create table statements (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references statement_collections (consultation_id),
    number int not null,
    text text not null,
    language text not null,
    state statement_state not null,
    is_meta boolean not null default false,
    is_seed boolean not null default false,
    reason text not null default '',
    author_id uuid references people (id),
    need_id uuid references needs (id),
    message_id uuid references messages (id),
    written_at timestamptz not null default moment(),
    decided_by uuid references people (id),
    decided_at timestamptz,
    priority double precision not null default 5.0625,
    folded text not null default '',
    client_id uuid,
    unique (consultation_id, number),
    unique (author_id, client_id),
    check (num_nonnulls(need_id, message_id) <= 1)
  )`.execute(db)
  await sql`comment on column statements.number is 'From 0 in each consultation: its column in Pol.is''s tables.'`.execute(
    db,
  )
  await sql`comment on column statements.author_id is 'Null for one that came from a file.'`.execute(db)
  await sql`comment on column statements.reason is 'Why it was rejected, for its author.'`.execute(db)
  await sql`comment on column statements.priority is 'How much it deserves to be asked next, from the last analysis; a new one''s until then.'`.execute(
    db,
  )
  await sql`create function fold_statement() returns trigger language plpgsql as $$
  begin
    new.folded := folded(new.text);
    return new;
  end $$`.execute(db)
  await sql`create trigger statements_fold before insert or update of text on statements
    for each row execute function fold_statement()`.execute(db)
  await sql`create index statements_folded on statements using gin (folded gin_trgm_ops)`.execute(db)
  await sql`create index on statements (need_id) where need_id is not null`.execute(db)
  await sql`create index on statements (message_id) where message_id is not null`.execute(db)

  await sql`create table answerers (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references statement_collections (consultation_id),
    person_id uuid references people (id),
    guest_key bytea unique,
    unique (consultation_id, person_id),
    check (num_nonnulls(person_id, guest_key) <= 1)
  )`.execute(db)
  await sql`comment on table answerers is 'Who answers in one consultation: a person, a device without an account, or a row of a file that was read in (neither).'`.execute(
    db,
  )
  await sql`comment on column answerers.guest_key is 'SHA-256 of the device''s token and the consultation: two consultations cannot be joined by it.'`.execute(
    db,
  )

  await sql`create table opinions (
    answerer_id uuid not null references answerers (id),
    statement_id uuid not null references statements (id),
    vote smallint not null check (vote in (-1, 0, 1)),
    answered_at timestamptz not null default moment(),
    primary key (answerer_id, statement_id)
  )`.execute(db)
  await sql`comment on table opinions is '1 agrees, -1 disagrees, 0 passes. The last answer counts.'`.execute(
    db,
  )

  await sql`create table opinion_results (
    consultation_id uuid primary key references statement_collections (consultation_id),
    input_hash text not null,
    computed_at timestamptz not null,
    answers bigint not null,
    frame jsonb not null,
    published jsonb,
    published_hash text,
    published_at timestamptz
  )`.execute(db)
  await sql`comment on column opinion_results.input_hash is 'SHA-256 over the votes that the newest analysis read.'`.execute(
    db,
  )
  await sql`comment on column opinion_results.frame is 'Counts by group of the newest analysis, never shown: new groups take their letters by likeness to these.'`.execute(
    db,
  )
  await sql`comment on column opinion_results.published is 'What may be shown after disclosure control, replaced only when enough answers have changed; published_hash is its input.'`.execute(
    db,
  )

  await sql`create table proposal_statements (
    proposal_id uuid not null references proposals (id),
    statement_id uuid not null references statements (id),
    cited_by uuid not null references people (id),
    cited_at timestamptz not null default moment(),
    primary key (proposal_id, statement_id)
  )`.execute(db)
  await sql`comment on table proposal_statements is 'What every group accepts, or what divides them, that a proposal stands on.'`.execute(
    db,
  )
  await sql`create index on proposal_statements (statement_id)`.execute(db)
}
