import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create text search configuration italian_folded (copy = italian)`.execute(db)
  await sql`alter text search configuration italian_folded
    alter mapping for hword, hword_part, word with unaccent, italian_stem`.execute(db)

  await sql`create type need_urgency as enum ('low', 'medium', 'high', 'critical')`.execute(db)
  await sql`create type need_state as enum ('posted', 'withdrawn')`.execute(db)

  await sql`create table needs (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultations (id),
    author_id uuid not null references people (id),
    organisation_id uuid references organisations (id),
    state need_state not null,
    title text not null,
    document jsonb not null,
    plain text not null,
    language text not null,
    territory_code text not null references territories (code),
    region_code text not null references territories (code),
    province_code text references territories (code),
    areas text[] not null check (areas <@ array['housing', 'work', 'health', 'school', 'training', 'social-services',
      'language', 'documents', 'anti-discrimination', 'participation']),
    concerns text[] not null check (concerns <@ array['whole-community', 'families', 'women', 'children', 'young-people',
      'older-people', 'workers', 'seasonal-workers', 'students', 'people-with-disabilities', 'newcomers']),
    urgency need_urgency not null,
    since date,
    tried text not null default '',
    posted_at timestamptz not null default moment(),
    edited_at timestamptz,
    read_at timestamptz,
    read_by uuid references people (id),
    hidden_at timestamptz,
    support_count int not null default 0,
    organisation_support_count int not null default 0,
    shown_support_count int not null generated always as (case when support_count - organisation_support_count >= 5
      then support_count else organisation_support_count end) stored,
    folded text not null default '',
    folded_title text not null default '',
    search tsvector not null default ''::tsvector,
    client_id uuid,
    unique (author_id, client_id)
  )`.execute(db)
  // Checked text, not an enum: pg hands back an array of an enum as one unparsed string.
  await sql`comment on column needs.concerns is 'Whom it concerns, as categories; never nationality or legal status.'`.execute(
    db,
  )
  await sql`comment on column needs.folded is 'Title and text, lower case, accents removed: for trigram search in any language. Kept by a trigger.'`.execute(
    db,
  )
  await sql`comment on column needs.folded_title is 'The title alone, folded likewise: for finding similar needs.'`.execute(
    db,
  )
  await sql`comment on column needs.support_count is 'Of people and organisations. Kept, with organisation_support_count, by the acts that support and withdraw support, in their transaction.'`.execute(
    db,
  )
  await sql`comment on column needs.shown_support_count is 'The only count to show or sort by: people are left out of it while they are fewer than 5, since the organisations are named and could be subtracted.'`.execute(
    db,
  )
  // Chinese parts no words: each character becomes one, so that a search of two characters has trigrams to find.
  await sql`create function folded(written text) returns text language sql stable as $$
    select regexp_replace(lower(unaccent(written)), '([\\u3400-\\u9fff])', ' \\1 ', 'g')
  $$`.execute(db)
  await sql`create function fold_need() returns trigger language plpgsql as $$
  begin
    new.folded_title := folded(new.title);
    new.folded := new.folded_title || E'\\n' || folded(new.plain);
    new.search := setweight(to_tsvector('italian_folded', new.title), 'A') || setweight(to_tsvector('italian_folded', new.plain), 'B');
    return new;
  end $$`.execute(db)
  await sql`create trigger needs_fold before insert or update of title, plain on needs for each row execute function fold_need()`.execute(
    db,
  )
  const narrowed = [
    'consultation_id',
    'region_code',
    'province_code',
    'territory_code',
    'organisation_id',
    'language',
  ]
  await sql`create index needs_newest on needs (posted_at desc, id desc) where state = 'posted'`.execute(db)
  // One for each way the list is narrowed, in the list's own order, so that a page is read and never sorted.
  for (const column of narrowed) {
    await sql`create index ${sql.id(`needs_newest_by_${column}`)}
      on needs (${sql.id(column)}, posted_at desc, id desc) where state = 'posted'`.execute(db)
  }
  await sql`create index needs_most_supported on needs (shown_support_count desc, posted_at desc, id desc) where state = 'posted'`.execute(
    db,
  )
  await sql`create index needs_most_supported_by_consultation_id
    on needs (consultation_id, shown_support_count desc, posted_at desc, id desc) where state = 'posted'`.execute(
    db,
  )
  await sql`create index needs_search on needs using gin (search)`.execute(db)
  await sql`create index needs_folded on needs using gin (folded gin_trgm_ops)`.execute(db)
  await sql`create index needs_folded_title on needs using gin (folded_title gin_trgm_ops)`.execute(db)
  await sql`create index needs_author on needs (author_id, posted_at desc, id desc)`.execute(db)

  // Two bounded sets of candidates and never a scan: the planner cannot know how few rows an operator of
  // trigrams finds, and it takes the threshold from a setting, so both are set for this function alone.
  await sql`create function similar_needs(asked_title text, asked_text text)
    returns table (need_id uuid, likeness double precision) language sql stable
    set pg_trgm.word_similarity_threshold = 0.45 set enable_seqscan = off as $$
    with title_words as (
      select word from unnest(tsvector_to_array(to_tsvector('italian_folded', asked_title))) word
      order by length(word) desc, word limit 8),
    text_words as (
      select word from unnest(tsvector_to_array(to_tsvector('italian_folded', left(asked_text, 4000)))) word
      where word not in (select word from title_words) order by length(word) desc, word limit 6),
    pairs as (
      select string_agg(quote_literal(one.word) || ' & ' || quote_literal(other.word), ' | ')::tsquery as asked
      from title_words one join (select word from title_words union all select word from text_words) other
        on one.word < other.word or other.word in (select word from text_words)),
    candidates as (
      (select id from needs where state = 'posted' and hidden_at is null
        and folded_title %> folded(asked_title) limit 100)
      union
      (select id from needs where state = 'posted' and hidden_at is null
        and search @@ (select asked from pairs) limit 200))
    select id, 0.6 * word_similarity(folded(asked_title), folded_title)
      + 0.4 * coalesce(ts_rank(search, (select asked from pairs), 32), 0)
    from needs where id in (select id from candidates)
  $$`.execute(db)

  await sql`create table need_drafts (
    author_id uuid not null references people (id),
    client_id uuid not null,
    consultation_id uuid not null references consultations (id),
    typed jsonb not null,
    kept_at timestamptz not null default moment(),
    primary key (author_id, client_id)
  )`.execute(db)
  await sql`comment on table need_drafts is 'A form as far as it was typed, under the id its need will be sent with. Apart from the needs, so that no list can show one.'`.execute(
    db,
  )

  await sql`create table need_supports (
    id uuid primary key default gen_random_uuid(),
    need_id uuid not null references needs (id),
    person_id uuid not null references people (id),
    organisation_id uuid references organisations (id),
    at timestamptz not null default moment()
  )`.execute(db)
  await sql`create unique index need_supports_by_person on need_supports (need_id, person_id) where organisation_id is null`.execute(
    db,
  )
  await sql`create unique index need_supports_by_organisation on need_supports (need_id, organisation_id) where organisation_id is not null`.execute(
    db,
  )
  await sql`comment on table need_supports is 'Once as a person, once as an organisation (whoever of its representatives did it).'`.execute(
    db,
  )
}
