import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type survey_state as enum ('draft', 'open', 'closed')`.execute(db)
  await sql`create type survey_access as enum ('link', 'account', 'seat', 'code')`.execute(db)
  await sql`create type survey_unit as enum ('person', 'seat', 'code')`.execute(db)
  await sql`create type survey_response_state as enum ('begun', 'sent')`.execute(db)

  await sql`create table surveys (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultations (id),
    title text not null,
    definition jsonb not null,
    definition_hash text,
    state survey_state not null default 'draft',
    access survey_access[] not null default '{account}' check (cardinality(access) > 0),
    is_apart boolean not null default true,
    is_sensitive boolean not null default false,
    takes_on_behalf boolean not null default false,
    times_each int check (times_each > 0),
    most_responses int check (most_responses > 0),
    quotas jsonb not null default '[]',
    thanks jsonb not null default '{}',
    plan jsonb not null default '{"tables": [], "merges": {}, "days": []}',
    reference jsonb,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    opened_by uuid references people (id),
    opened_at timestamptz,
    closed_at timestamptz,
    created_by uuid not null references people (id),
    created_at timestamptz not null default moment(),
    changed_at timestamptz not null default moment(),
    version int not null default 1,
    client_id uuid,
    unique (created_by, client_id),
    check (closes_at > opens_at),
    check ((state = 'draft') = (opened_at is null)),
    check ((state = 'draft') = (definition_hash is null)),
    check ((state = 'closed') = (closed_at is not null))
  )`.execute(db)
  await sql`create index on surveys (consultation_id, opens_at)`.execute(db)
  await sql`create index surveys_to_close on surveys (closes_at) where state = 'open'`.execute(db)
  await sql`comment on column surveys.definition is 'The form as an XLSForm says it (FormDefinition).'`.execute(
    db,
  )
  await sql`comment on column surveys.definition_hash is 'SHA-256 of the definition and the plan of what will be published, from the opening on.'`.execute(
    db,
  )
  await sql`comment on column surveys.is_apart is 'Whether who answered is kept apart from what was answered: then nothing here joins the two.'`.execute(
    db,
  )
  await sql`comment on column surveys.is_sensitive is 'Raises the disclosure threshold from 5 to 10.'`.execute(
    db,
  )
  await sql`comment on column surveys.times_each is 'How often one person, seat or code may answer; null is any number of times.'`.execute(
    db,
  )
  await sql`comment on column surveys.quotas is 'How many responses with a certain choice are taken: [{question, choice, most}].'`.execute(
    db,
  )
  await sql`comment on column surveys.thanks is 'What will happen with the answers and when, by language.'`.execute(
    db,
  )
  await sql`comment on column surveys.plan is 'The tables that will be published, the order in which choices are merged, and the days: declared before opening.'`.execute(
    db,
  )
  await sql`comment on column surveys.reference is 'The population that participation is held against, with its source.'`.execute(
    db,
  )
  await sql`comment on column surveys.version is 'Raised by each change of a draft: who changes what another has changed meanwhile is told.'`.execute(
    db,
  )

  await sql`create function keep_survey_promises() returns trigger language plpgsql as $$
  begin
    if old.state <> 'draft' and (old.title, old.definition, old.definition_hash, old.access, old.is_apart, old.is_sensitive, old.plan, old.times_each,
        old.most_responses, old.quotas, old.thanks, old.reference, old.takes_on_behalf, old.opens_at, old.closes_at, old.opened_by, old.opened_at)
      is distinct from (new.title, new.definition, new.definition_hash, new.access, new.is_apart, new.is_sensitive, new.plan, new.times_each,
        new.most_responses, new.quotas, new.thanks, new.reference, new.takes_on_behalf, new.opens_at, new.closes_at, new.opened_by, new.opened_at)
    then raise exception 'what an opened survey asks and promises never changes'; end if;
    if old.state = 'closed' and new.state <> 'closed' then raise exception 'a closed survey is never opened again'; end if;
    return new;
  end $$`.execute(db)
  await sql`create trigger surveys_promises_kept before update on surveys for each row execute function keep_survey_promises()`.execute(
    db,
  )

  await sql`create table survey_codes (
    id uuid primary key default gen_random_uuid(),
    survey_id uuid not null references surveys (id),
    organisation_id uuid not null references organisations (id),
    code_hash bytea not null unique,
    made_by uuid not null references people (id),
    made_at timestamptz not null default moment()
  )`.execute(db)
  await sql`create index on survey_codes (survey_id, organisation_id)`.execute(db)
  await sql`comment on table survey_codes is 'Codes that an association prints and hands out, each good for the times that one may answer. Only the hash is kept; whether one was used is in the roll.'`.execute(
    db,
  )

  await sql`create table survey_roll (
    survey_id uuid not null references surveys (id),
    unit survey_unit not null,
    elector_id uuid not null,
    times int not null default 0,
    primary key (survey_id, unit, elector_id)
  )`.execute(db)
  await sql`comment on table survey_roll is 'Who has answered (a person, a seat, a printed code) and how often, never when or what.'`.execute(
    db,
  )

  await sql`create table survey_responses (
    id uuid primary key default gen_random_uuid(),
    survey_id uuid not null references surveys (id),
    key_hash bytea not null unique,
    state survey_response_state not null default 'begun',
    language text not null,
    answers jsonb not null default '{}',
    quotable text[] not null default '{}',
    consent text,
    page int not null default 0,
    seed int not null default 0,
    client_id uuid,
    touched_on date,
    unique (survey_id, client_id)
  )`.execute(db)
  await sql`create index on survey_responses (survey_id, state)`.execute(db)
  await sql`comment on table survey_responses is 'What was answered. It has no column for a person, a device or an hour.'`.execute(
    db,
  )
  await sql`comment on column survey_responses.key_hash is 'SHA-256 of the code by which its author carries on; replaced by chance when it is sent.'`.execute(
    db,
  )
  await sql`comment on column survey_responses.answers is 'By name, a group as an object and a repeat as a list of its turns; every value is text.'`.execute(
    db,
  )
  await sql`comment on column survey_responses.quotable is 'Paths of the texts that their author lets be quoted.'`.execute(
    db,
  )
  await sql`comment on column survey_responses.consent is 'Where somebody else typed it in: how the person agreed (spoken, signed, on paper).'`.execute(
    db,
  )
  await sql`comment on column survey_responses.seed is 'The order of choices that come in an order by chance.'`.execute(
    db,
  )
  await sql`comment on column survey_responses.client_id is 'A mark of its sender for a whole response that waited offline: a retry is the same response.'`.execute(
    db,
  )
  await sql`comment on column survey_responses.touched_on is 'The day a begun response was last kept, to forget what is left lying; null once it is sent.'`.execute(
    db,
  )

  await sql`create table survey_authors (
    response_id uuid primary key references survey_responses (id) on delete cascade,
    unit survey_unit not null,
    elector_id uuid not null,
    entered_by uuid references people (id),
    sent_at timestamptz not null default moment()
  )`.execute(db)
  await sql`comment on table survey_authors is 'Who sent a response, only where the survey says that answers are kept with their author.'`.execute(
    db,
  )
  await sql`create function refuse_author_apart() returns trigger language plpgsql as $$
  begin
    if (select s.is_apart from survey_responses r join surveys s on s.id = r.survey_id where r.id = new.response_id)
    then raise exception 'this survey keeps who answered apart from what was answered'; end if;
    return new;
  end $$`.execute(db)
  await sql`create trigger survey_authors_apart before insert or update on survey_authors
    for each row execute function refuse_author_apart()`.execute(db)

  await sql`create table survey_files (
    id uuid primary key default gen_random_uuid(),
    response_id uuid not null references survey_responses (id) on delete cascade,
    path text not null,
    media_type text not null,
    bytes bytea not null
  )`.execute(db)
  await sql`create index on survey_files (response_id)`.execute(db)
  await sql`comment on table survey_files is 'Pictures, sounds and papers of a response, written anew without what they said of their maker. The name that a file had is not kept.'`.execute(
    db,
  )

  await sql`create table survey_releases (
    survey_id uuid not null references surveys (id),
    number int not null,
    content jsonb not null,
    hidden jsonb not null,
    sha256 text not null,
    released_by uuid references people (id),
    released_at timestamptz not null default moment(),
    primary key (survey_id, number)
  )`.execute(db)
  await sql`create trigger survey_releases_frozen before update or delete on survey_releases
    for each row execute function refuse_change()`.execute(db)
  await sql`comment on column survey_releases.hidden is 'What the audit of a later release must know: constraints of this one. Never shown.'`.execute(
    db,
  )

  await sql`create table survey_exports (
    id uuid primary key default gen_random_uuid(),
    survey_id uuid not null references surveys (id),
    person_id uuid not null references people (id),
    shape jsonb not null,
    responses int not null,
    exported_at timestamptz not null default moment()
  )`.execute(db)
  await sql`create index on survey_exports (survey_id, exported_at)`.execute(db)
  await sql`create trigger survey_exports_kept before update or delete on survey_exports
    for each row execute function refuse_change()`.execute(db)
  await sql`comment on table survey_exports is 'Who took answers out, when and in what shape. Only added to.'`.execute(
    db,
  )

  await sql`create table survey_themes (
    id uuid primary key default gen_random_uuid(),
    survey_id uuid not null references surveys (id),
    question text not null,
    title text not null,
    made_by uuid not null references people (id),
    made_at timestamptz not null default moment(),
    unique (survey_id, question, title)
  )`.execute(db)
  await sql`create table survey_theme_texts (
    theme_id uuid not null references survey_themes (id) on delete cascade,
    response_id uuid not null references survey_responses (id) on delete cascade,
    path text not null,
    primary key (theme_id, response_id, path)
  )`.execute(db)
  await sql`comment on table survey_themes is 'What people who read the free texts found that they speak of.'`.execute(
    db,
  )

  await sql`create table survey_quotations (
    id uuid primary key default gen_random_uuid(),
    survey_id uuid not null references surveys (id),
    question text not null,
    text text not null,
    language text not null,
    chosen_by uuid not null references people (id),
    chosen_at timestamptz not null default moment(),
    unique (survey_id, question, text)
  )`.execute(db)
  await sql`comment on table survey_quotations is 'Texts whose authors let them be quoted and which a reader of them chose, without the response they are from.'`.execute(
    db,
  )

  await sql`alter table needs add column survey_id uuid references surveys (id)`.execute(db)
  await sql`alter table statements add column survey_id uuid references surveys (id)`.execute(db)
  await sql`comment on column needs.survey_id is 'The survey in whose answers an officer found it; never the response.'`.execute(
    db,
  )
  await sql`comment on column statements.survey_id is 'The survey in whose answers an officer found it; never the response.'`.execute(
    db,
  )

  await sql`create table survey_citations (
    consultation_id uuid not null references consultations (id),
    survey_id uuid not null references surveys (id),
    release_number int not null,
    question text not null,
    cited_by uuid not null references people (id),
    cited_at timestamptz not null default moment(),
    primary key (consultation_id, survey_id, question),
    foreign key (survey_id, release_number) references survey_releases (survey_id, number)
  )`.execute(db)
  await sql`comment on table survey_citations is 'Released figures that a brief of the consultation shows.'`.execute(
    db,
  )
}
