import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create text search configuration italian_folded (copy = italian)`.execute(db)
  await sql`alter text search configuration italian_folded
    alter mapping for hword, hword_part, word with unaccent, italian_stem`.execute(db)

  await sql`create type need_urgency as enum ('low', 'medium', 'high', 'critical')`.execute(db)
  await sql`create type need_state as enum ('draft', 'posted', 'withdrawn')`.execute(db)

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
    created_at timestamptz not null default now(),
    posted_at timestamptz,
    edited_at timestamptz,
    read_at timestamptz,
    read_by uuid references people (id),
    hidden_at timestamptz,
    support_count int not null default 0,
    folded text not null default '',
    search tsvector not null default ''::tsvector,
    client_id uuid,
    unique (author_id, client_id)
  )`.execute(db)
  // Checked text, not an enum: pg hands back an array of an enum as one unparsed string.
  await sql`comment on column needs.concerns is 'Whom it concerns, as categories; never nationality or legal status.'`.execute(db)
  await sql`comment on column needs.folded is 'Title and text, lower case, accents removed: for trigram search in any language. Kept by a trigger.'`.execute(db)
  await sql`comment on column needs.support_count is 'Kept by the acts that support and withdraw support, in their transaction.'`.execute(db)
  await sql`create function fold_need() returns trigger language plpgsql as $$
  begin
    new.folded := lower(unaccent(new.title || ' ' || new.plain));
    new.search := setweight(to_tsvector('italian_folded', new.title), 'A') || setweight(to_tsvector('italian_folded', new.plain), 'B');
    return new;
  end $$`.execute(db)
  await sql`create trigger needs_fold before insert or update of title, plain on needs for each row execute function fold_need()`.execute(db)
  await sql`create index needs_newest on needs (posted_at desc, id desc) where state = 'posted'`.execute(db)
  await sql`create index needs_of_consultation on needs (consultation_id, posted_at desc, id desc) where state = 'posted'`.execute(db)
  await sql`create index needs_search on needs using gin (search)`.execute(db)
  await sql`create index needs_folded on needs using gin (folded gin_trgm_ops)`.execute(db)
  await sql`create index needs_author on needs (author_id)`.execute(db)
  await sql`create index needs_organisation on needs (organisation_id)`.execute(db)

  await sql`create table need_supports (
    id uuid primary key default gen_random_uuid(),
    need_id uuid not null references needs (id),
    person_id uuid not null references people (id),
    organisation_id uuid references organisations (id),
    at timestamptz not null default now()
  )`.execute(db)
  await sql`create unique index need_supports_by_person on need_supports (need_id, person_id) where organisation_id is null`.execute(db)
  await sql`create unique index need_supports_by_organisation on need_supports (need_id, organisation_id) where organisation_id is not null`.execute(db)
  await sql`comment on table need_supports is 'Once as a person, once as an organisation (whoever of its representatives did it).'`.execute(db)
}
