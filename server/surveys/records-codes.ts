import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'

export async function findOrganisationName(db: Reader, organisationId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    name: string
  }>`select name from organisations where id = ${organisationId} and state = 'verified'`.execute(db)
  return rows[0]?.name
}

/** How many an organisation has for a survey; those who make them for one organisation go one after the other. */
export async function countCodes(trx: Trx, surveyId: string, organisationId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${surveyId} ${organisationId}`}, 0))`.execute(
    trx,
  )
  const { rows } = await sql<{ made: number }>`select count(*) as made from survey_codes
    where survey_id = ${surveyId} and organisation_id = ${organisationId}`.execute(trx)
  return rows[0]?.made ?? 0
}

/** Answers how many are new: a form that is sent again brings the same. */
export async function keepCodes(
  trx: Trx,
  codes: { surveyId: string; organisationId: string; madeBy: string; hashes: Buffer[] },
): Promise<number> {
  const { rows } = await sql`insert into survey_codes (survey_id, organisation_id, made_by, code_hash)
    select ${codes.surveyId}, ${codes.organisationId}, ${codes.madeBy}, decode(hash, 'hex')
    from unnest(${codes.hashes.map((hash) => hash.toString('hex'))}::text[]) as hash
    on conflict (code_hash) do nothing returning id`.execute(trx)
  return rows.length
}

/** The organisations for which somebody may make codes: those they represent, or all with a seat at the table where they lead it. */
export async function listCodesMade(
  db: Reader,
  survey: { id: string; tableId: string },
  personId: string,
  leads: boolean,
  day: string,
): Promise<{ id: string; name: string; made: number }[]> {
  const { rows } = await sql<{ id: string; name: string; made: number }>`
    select o.id, o.name, (select count(*) from survey_codes c where c.survey_id = ${survey.id} and c.organisation_id = o.id) as made
    from organisations o where o.state = 'verified' and (
      exists (select 1 from organisation_members m where m.organisation_id = o.id and m.person_id = ${personId}
        and m.role = 'representative' and m.left_at is null)
      or (${leads} and exists (select 1 from seats s where s.organisation_id = o.id and s.table_id = ${survey.tableId}
        and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date))))
    order by o.name, o.id limit 200`.execute(db)
  return rows
}
