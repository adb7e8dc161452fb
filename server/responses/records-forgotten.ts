import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

/** Responses that were begun and not touched since a day. Their files go with them. */
export async function dropBegun(db: Database, before: string, most: number): Promise<number> {
  const { rows } = await sql`delete from survey_responses where id in (
    select id from survey_responses where state = 'begun' and touched_on < ${before}::date limit ${most} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}

/** What was answered in surveys that closed before a moment: what was released of it stays. */
export async function dropSent(db: Database, before: Date, most: number): Promise<number> {
  const { rows } = await sql`delete from survey_responses where id in (
    select r.id from survey_responses r join surveys s on s.id = r.survey_id where s.closed_at < ${before}
    limit ${most} for update of r skip locked) returning 1`.execute(db)
  return rows.length
}

/** Who has answered them, and the hashes of the codes that were handed out. */
export async function dropRoll(db: Database, before: Date, most: number): Promise<number> {
  const { rows } = await sql`with gone as (select s.id from surveys s where s.closed_at < ${before}
      and (exists (select 1 from survey_roll r where r.survey_id = s.id) or exists (select 1 from survey_codes c where c.survey_id = s.id))
      limit ${most} for update of s skip locked),
    codes as (delete from survey_codes where survey_id in (select id from gone))
    , roll as (delete from survey_roll where survey_id in (select id from gone)) select id from gone`.execute(
    db,
  )
  return rows.length
}
