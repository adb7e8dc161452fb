import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { ExportListed } from './contract.ts'
import type { ExportRow } from './export-sheets.ts'

/** Whether no other export of this person is running; held until this one ends. */
export async function takeExportTurn(trx: Trx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('survey-export ' || ${personId}, 0)) as taken`.execute(
    trx,
  )
  return rows[0]?.taken === true
}

/** What was sent, in an order by chance. */
export async function listResponses(trx: Trx, surveyId: string): Promise<ExportRow[]> {
  const { rows } = await sql<{ answers: string; language: string; sentOn: string | null }>`
    select answers::text, language, (sent_at at time zone 'Europe/Rome')::date::text as sent_on
    from survey_responses left join survey_authors on response_id = survey_responses.id
    where survey_id = ${surveyId} and state = 'sent' order by random()`.execute(trx)
  return rows.map(({ answers, ...row }) => ({
    ...row,
    answers: JSON.parse(answers) as ExportRow['answers'],
  }))
}

export async function keepExport(
  trx: Trx,
  taken: {
    surveyId: string
    personId: string
    shape: ExportListed['shape']
    responses: number
    exportedAt: Date
  },
) {
  await trx
    .insertInto('surveyExports')
    .values({ ...taken, shape: JSON.stringify(taken.shape) })
    .execute()
}

export async function listExportsOf(db: Reader, surveyId: string): Promise<ExportListed[]> {
  const { rows } = await sql<Omit<ExportListed, 'shape'> & { shape: string }>`
    select coalesce(people.name, '') as by, exported_at, responses, shape::text
    from survey_exports join people on people.id = person_id where survey_id = ${surveyId} order by exported_at desc limit 200`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, shape: JSON.parse(row.shape) as ExportListed['shape'] }))
}
