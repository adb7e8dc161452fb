import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'

/** Surveys that keep who answered apart, and in which something was sent since roll and answers were last rewritten. */
export async function listToShuffle(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from surveys s where s.is_apart and s.state <> 'draft' and (
      (select count(distinct r.xmin::text) from survey_responses r where r.survey_id = s.id and r.state = 'sent') > 1
      or (select count(distinct r.xmin::text) from survey_roll r where r.survey_id = s.id) > 1)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Nothing is sent to a survey while it is shuffled. */
export async function lockSurvey(trx: Trx, surveyId: string): Promise<void> {
  await sql`select 1 from surveys where id = ${surveyId} for update`.execute(trx)
}

/**
 * Rewrites what was answered in an order of chance, each response under a new id that nobody can work out: `salt` is thrown
 * away. After it no id, transaction number, place on disk or order of rows says which mark of the roll came with which response.
 * Files and the texts that were grouped go along, before the old row takes them with it.
 */
export async function shuffleResponses(trx: Trx, surveyId: string, salt: string): Promise<void> {
  const fresh = (id: ReturnType<typeof sql>) => sql`md5(${salt} || ${id}::text)::uuid`
  await sql`with taken as (delete from survey_responses where survey_id = ${surveyId} and state = 'sent' returning *),
    files as (update survey_files f set response_id = ${fresh(sql`f.response_id`)} from taken where f.response_id = taken.id),
    themes as (update survey_theme_texts t set response_id = ${fresh(sql`t.response_id`)} from taken where t.response_id = taken.id)
    insert into survey_responses (id, survey_id, key_hash, state, language, answers, quotable, consent, page, seed, client_id)
    select ${fresh(sql`id`)}, survey_id, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), state, language, answers, quotable, consent,
      0, seed, client_id from taken order by random()`.execute(trx)
}

export async function shuffleRoll(trx: Trx, surveyId: string): Promise<void> {
  await sql`with taken as (delete from survey_roll where survey_id = ${surveyId} returning *)
    insert into survey_roll (survey_id, unit, elector_id, times)
    select survey_id, unit, elector_id, times from taken order by random()`.execute(trx)
}
