import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table statement_collections add column is_sensitive boolean not null default false`.execute(
    db,
  )
  await sql`comment on column statement_collections.is_sensitive is 'Nothing is told of fewer than ten people instead of five; never taken back.'`.execute(
    db,
  )

  await sql`create table opinion_releases (
    consultation_id uuid not null references statement_collections (consultation_id),
    input_hash text not null,
    released_at timestamptz not null,
    published jsonb not null,
    told jsonb,
    statements jsonb,
    starts bytea,
    answers bytea,
    is_cited boolean not null default false,
    primary key (consultation_id, input_hash),
    check (num_nulls(told, statements, starts, answers) in (0, 4))
  )`.execute(db)
  await sql`comment on table opinion_releases is 'What was shown of a consultation''s answers, with the votes it was made from: the newest, and those that a brief carries.'`.execute(
    db,
  )
  await sql`comment on column opinion_releases.told is 'The exact counts behind each number that is shown, as of when it was last told; never shown. Null once answers are forgotten.'`.execute(
    db,
  )
  await sql`comment on column opinion_releases.statements is 'Number of each statement that was asked, and whether it was left out or meta.'`.execute(
    db,
  )
  await sql`comment on column opinion_releases.starts is 'Where in answers each person''s begin: four bytes each, the least first.'`.execute(
    db,
  )
  await sql`comment on column opinion_releases.answers is 'Two bytes an answer, the least first: 3 * number + vote + 1.'`.execute(
    db,
  )
  await sql`insert into opinion_releases (consultation_id, input_hash, released_at, published)
    select consultation_id, published_hash, published_at, published from opinion_results
    where published is not null and published <> 'null' and published_hash is not null and published_at is not null`.execute(
    db,
  )
  await sql`alter table opinion_results drop column published, drop column published_at`.execute(db)
  await sql`alter table opinion_results rename column published_hash to released_hash`.execute(db)
  await sql`comment on column opinion_results.released_hash is 'The release that is shown.'`.execute(db)

  await sql`create table opinion_imports (
    consultation_id uuid not null references statement_collections (consultation_id),
    file_hash text not null,
    imported_at timestamptz not null default moment(),
    primary key (consultation_id, file_hash)
  )`.execute(db)
  await sql`comment on table opinion_imports is 'Files of answers that were read in, by SHA-256: a second time would double everybody in them.'`.execute(
    db,
  )

  await sql`alter table proposal_statements add column figures jsonb`.execute(db)
  await sql`comment on column proposal_statements.figures is 'As they were shown when the statement was cited: they move no more.'`.execute(
    db,
  )
}
