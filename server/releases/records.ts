import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { ReleaseContent, ReleaseHidden, ReleaseListed } from './contract.ts'

// Contents are read as text: what turns names of columns into ours would turn those of questions and languages too.

export async function listReleases(db: Reader, surveyId: string): Promise<ReleaseListed[]> {
  return db
    .selectFrom('surveyReleases')
    .where('surveyId', '=', surveyId)
    .select(['number', 'releasedAt', 'sha256'])
    .orderBy('number', 'desc')
    .execute()
}

export async function findRelease(db: Reader, surveyId: string, number: number) {
  const { rows } = await sql<{ content: string; sha256: string; releasedAt: Date }>`
    select content::text, sha256, released_at from survey_releases where survey_id = ${surveyId} and number = ${number}`.execute(
    db,
  )
  return rows[0] && { ...rows[0], content: JSON.parse(rows[0].content) as ReleaseContent }
}

/** What earlier releases told, exactly, the first one first. */
export async function listHidden(trx: Trx, surveyId: string): Promise<ReleaseHidden[]> {
  const { rows } = await sql<{ hidden: string }>`
    select hidden::text from survey_releases where survey_id = ${surveyId} order by number`.execute(trx)
  return rows.map(({ hidden }) => JSON.parse(hidden) as ReleaseHidden)
}

export async function keepRelease(
  trx: Trx,
  release: {
    surveyId: string
    number: number
    content: ReleaseContent
    hidden: ReleaseHidden
    sha256: string
    releasedBy: string
    releasedAt: Date
  },
) {
  await sql`insert into survey_releases (survey_id, number, content, hidden, sha256, released_by, released_at)
    values (${release.surveyId}, ${release.number}, ${JSON.stringify(release.content)}::jsonb, ${JSON.stringify(release.hidden)}::jsonb,
      ${release.sha256}, ${release.releasedBy}, ${release.releasedAt})`.execute(trx)
}

/** Themes in which texts of at least `fewest` responses stand, and the quotations that were chosen. */
export async function listTold(
  db: Reader,
  surveyId: string,
  fewest: number,
): Promise<Pick<ReleaseContent, 'themes' | 'quotations'>> {
  const { rows: themes } = await sql<ReleaseContent['themes'][number]>`
    select survey_themes.question, survey_themes.title, count(distinct response_id)::int as responses
    from survey_themes join survey_theme_texts on theme_id = survey_themes.id where survey_themes.survey_id = ${surveyId}
    group by survey_themes.id having count(distinct response_id) >= ${fewest}
    order by survey_themes.question, count(distinct response_id) desc, survey_themes.title`.execute(db)
  const quotations = await db
    .selectFrom('surveyQuotations')
    .where('surveyId', '=', surveyId)
    .select(['question', 'text', 'language'])
    .orderBy('question')
    .orderBy(sql`md5(text)`)
    .execute()
  return { themes, quotations }
}
