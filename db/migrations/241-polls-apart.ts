import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table polls add column shuffled_at timestamptz, add column reminded_at timestamptz`.execute(
    db,
  )
  await sql`comment on column polls.shuffled_at is 'When roll and box were last written anew, or the poll opened.'`.execute(
    db,
  )
  await sql`comment on column polls.reminded_at is 'When those who had not voted were written to; once.'`.execute(
    db,
  )
  await sql`comment on column polls.options is 'In the order of the paper: title, cost in a budget, and proposalId where the option is a proposal of the consultation.'`.execute(
    db,
  )
  await sql`create index polls_on_proposals on polls using gin (options jsonb_path_ops)`.execute(db)

  // The platform reaches the box by these alone, so that its own login need not be able to open it.
  await sql`create function box.put(of_poll uuid, of_unit ballot_unit, given jsonb, why text, code text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into box.papers (poll_id, unit, paper, reason, code_hash) values (of_poll, of_unit, given, why, code)
      on conflict (poll_id, code_hash) do nothing;
      return found;
    end $$`.execute(db)
  await sql`create function box.replace(of_poll uuid, of_unit ballot_unit, given jsonb, why text, code text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update box.papers set paper = given, reason = why where poll_id = of_poll and unit = of_unit and code_hash = code;
      return found;
    end $$`.execute(db)
  await sql`create function box.shuffle(of_poll uuid) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      with taken as (delete from box.papers where poll_id = of_poll returning *)
      insert into box.papers (id, poll_id, unit, paper, reason, code_hash)
      select gen_random_uuid(), poll_id, unit, paper, reason, code_hash from taken order by random()
    $$`.execute(db)
  await sql`create function box.opened(of_poll uuid) returns setof box.papers
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if not exists (select 1 from polls where id = of_poll and state = 'closed')
      then raise exception 'the box stays shut until the poll is closed'; end if;
      return query select * from box.papers where poll_id = of_poll;
    end $$`.execute(db)
  // What a shuffle wrote has one transaction number in common; each paper that came since has one of its own.
  await sql`create function box.has_new(of_poll uuid, many int) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select count(*) >= many from (select distinct xmin::text from box.papers where poll_id = of_poll limit many) marks
    $$`.execute(db)
  await sql`revoke all on all functions in schema box from public`.execute(db)
}
