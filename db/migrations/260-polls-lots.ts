import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table polls add column lots jsonb`.execute(db)
  await sql`comment on column polls.lots is 'By unit, the random value that a lot is drawn from. Its hash is in the definition; the value is told only with the papers it was drawn over.'`.execute(
    db,
  )
  await sql`comment on column polls.seal is 'SHA-256 of the canonical JSON of the definition''s hash and the result, as both are told to everybody.'`.execute(
    db,
  )
  // Polls composed before promised no value in their definition; they are drawn for all the same.
  await sql`update polls set lots = jsonb_build_object('seat', ${random}, 'person', ${random}) where state in ('planned', 'open')`.execute(
    db,
  )

  // Until now seed and seal were hashes of the papers and of nothing unknown: where few papers are guarded, whoever tried
  // all that there can be found them. Those seals go, here and where they were told.
  await sql`alter table polls disable trigger polls_definition_kept`.execute(db)
  await sql`create temporary table guarded on commit drop as
    select id from polls where result -> 'units' @? '$[*] ? (@.shown != "full")'`.execute(db)
  await sql`update polls set seal = null,
      result = jsonb_build_object(
        'receipts', case when polls.id in (select id from guarded) then '[]' else result -> 'receipts' end,
        'units', (select jsonb_agg(case when unit ->> 'shown' = 'full'
            then (case when polls.id in (select id from guarded) then unit #- '{counted,rules,seed}' else unit end) || jsonb_build_object('papersHash', null, 'lot', case when polls.id in (select id from guarded) then null
              else jsonb_build_object('value', null, 'seed', result -> 'seed') end)
            else unit || jsonb_build_object('papersHash', null, 'lot', null, 'ballots', null,
              'winners', case when unit ->> 'shown' = 'too-few' then '[]' else unit -> 'winners' end,
              'outcome', case when unit ->> 'shown' = 'too-few' and unit ->> 'outcome' = 'counted' then '"not-told"' else unit -> 'outcome' end)
            end order by place) from jsonb_array_elements(result -> 'units') with ordinality units (unit, place)))
    where result ? 'units'`.execute(db)
  await sql`alter table polls enable trigger polls_definition_kept`.execute(db)
  await sql`delete from audit_contents c using audit_entries e
    where e.seq = c.seq and e.act = 'poll-closed' and c.about_id in (select id from guarded)`.execute(db)
  await sql`update events set body = body - 'seal' where name = 'poll-closed' and about_id in (select id from guarded)`.execute(
    db,
  )
  await sql`create or replace function keep_poll_definition() returns trigger language plpgsql as $$
  begin
    if (old.consultation_id, old.kind, old.title, old.text, old.electors, old.tier, old.rules, old.options, old.definition_hash,
        old.external_address, old.opens_at, old.closes_at, old.created_by, old.lots)
      is distinct from
      (new.consultation_id, new.kind, new.title, new.text, new.electors, new.tier, new.rules, new.options, new.definition_hash,
        new.external_address, new.opens_at, new.closes_at, new.created_by, new.lots)
    then raise exception 'what a poll asks, and its rules, never change'; end if;
    if old.tier_confirmed_by is not null and new.tier_confirmed_by is distinct from old.tier_confirmed_by
    then raise exception 'a tier is confirmed once'; end if;
    if old.state in ('closed', 'cancelled') and new.state <> old.state
    then raise exception 'a poll that is over is never opened again'; end if;
    if (old.seal is not null or old.result is not null) and (new.seal, new.result) is distinct from (old.seal, old.result)
    then raise exception 'a sealed result never changes'; end if;
    return new;
  end $$`.execute(db)
}

const random = sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`
