import { type Kysely, sql } from 'kysely'

/** A seat or a mandate that ends in the course of a day had counted on that day until then: who asks about the day must read so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function keep_when_cut_short() returns trigger language plpgsql as $$
    declare
      today date := (moment() at time zone 'Europe/Rome')::date;
    begin
      if old.starts_on <= today and (old.ends_on is null or old.ends_on >= today) and new.ends_on < today then
        new.ended_at := moment();
      end if;
      return new;
    end $$`.execute(db)
  for (const table of [sql`mandates`, sql`seats`]) {
    await sql`alter table ${table} add column ended_at timestamptz`.execute(db)
    await sql`comment on column ${table}.ended_at is 'The moment until which it counted, where it ended in the course of a day; its last whole day was the one before.'`.execute(
      db,
    )
    await sql`create trigger cut_short before update of ends_on on ${table} for each row execute function keep_when_cut_short()`.execute(
      db,
    )
  }
}
