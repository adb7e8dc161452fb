import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { ReleaseContent } from './contract.ts'

export async function keepFigureCitation(
  trx: Trx,
  citation: {
    consultationId: string
    surveyId: string
    releaseNumber: number
    question: string
    citedBy: string
    citedAt: Date
  },
) {
  await trx
    .insertInto('surveyCitations')
    .values(citation)
    .onConflict((conflict) =>
      conflict.columns(['consultationId', 'surveyId', 'question']).doUpdateSet({
        releaseNumber: citation.releaseNumber,
        citedBy: citation.citedBy,
        citedAt: citation.citedAt,
      }),
    )
    .execute()
}

export async function dropFigureCitation(
  trx: Trx,
  citation: { consultationId: string; surveyId: string; question: string },
) {
  await trx
    .deleteFrom('surveyCitations')
    .where('consultationId', '=', citation.consultationId)
    .where('surveyId', '=', citation.surveyId)
    .where('question', '=', citation.question)
    .execute()
}

export async function listCitedQuestions(
  db: Reader,
  consultationId: string,
  surveyId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('surveyCitations')
    .where('consultationId', '=', consultationId)
    .where('surveyId', '=', surveyId)
    .select('question')
    .orderBy('question')
    .execute()
  return rows.map(({ question }) => question)
}

export async function listCitedReleases(db: Reader, consultationId: string) {
  const { rows } = await sql<{ question: string; content: string; sha256: string }>`
    select survey_citations.question, content::text, sha256 from survey_citations
    join survey_releases on survey_releases.survey_id = survey_citations.survey_id and number = release_number
    where consultation_id = ${consultationId} order by cited_at, survey_citations.question`.execute(db)
  return rows.map(({ content, ...row }) => ({ ...row, content: JSON.parse(content) as ReleaseContent }))
}
