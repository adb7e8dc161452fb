import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { TextRead, TextsRead, ThemeRead } from './contract.ts'

const storedAt = (question: string) => sql`answers #>> ${question.split('/')}::text[]`

/** Texts in an order that says nothing of who came when; a page goes on after the mark of the last one. */
export async function listTexts(
  db: Reader,
  surveyId: string,
  question: string,
  { after, most }: { after: string; most: number },
): Promise<(TextRead & { mark: string })[]> {
  const { rows } = await sql<TextRead & { mark: string }>`
    select id as response_id, ${storedAt(question)} as text, language, ${question} = any(quotable) as is_quotable, md5(id::text) as mark,
      exists (select 1 from survey_quotations q where q.survey_id = ${surveyId} and q.question = ${question}
        and q.text = ${storedAt(question)}) as is_quoted,
      array(select theme_id from survey_theme_texts t where t.response_id = survey_responses.id and t.path = ${question}) as themes
    from survey_responses
    where survey_id = ${surveyId} and state = 'sent' and coalesce(${storedAt(question)}, '') <> '' and md5(id::text) > ${after}
    order by md5(id::text) limit ${most}`.execute(db)
  return rows
}

export async function findText(
  db: Reader,
  { surveyId, responseId, question }: { surveyId: string; responseId: string; question: string },
): Promise<{ text: string; language: string; isQuotable: boolean } | undefined> {
  const { rows } = await sql<{ text: string; language: string; isQuotable: boolean }>`
    select ${storedAt(question)} as text, language, ${question} = any(quotable) as is_quotable from survey_responses
    where survey_id = ${surveyId} and id = ${responseId} and state = 'sent' and coalesce(${storedAt(question)}, '') <> ''`.execute(
    db,
  )
  return rows[0]
}

export async function listThemes(db: Reader, surveyId: string, question: string): Promise<ThemeRead[]> {
  const { rows } = await sql<ThemeRead>`
    select survey_themes.id, title, count(distinct response_id)::int as responses
    from survey_themes left join survey_theme_texts on theme_id = survey_themes.id
    where survey_id = ${surveyId} and question = ${question} group by survey_themes.id order by title`.execute(
    db,
  )
  return rows
}

export async function listQuotations(
  db: Reader,
  surveyId: string,
  question: string,
): Promise<TextsRead['quotations']> {
  return db
    .selectFrom('surveyQuotations')
    .where('surveyId', '=', surveyId)
    .where('question', '=', question)
    .select(['id', 'text', 'language'])
    .orderBy(sql`md5(text)`)
    .execute()
}

export async function keepTheme(
  trx: Trx,
  theme: { surveyId: string; question: string; title: string; madeBy: string; madeAt: Date },
): Promise<void> {
  await trx
    .insertInto('surveyThemes')
    .values(theme)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropTheme(trx: Trx, surveyId: string, themeId: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('surveyThemes')
    .where('surveyId', '=', surveyId)
    .where('id', '=', themeId)
    .returning('question')
    .executeTakeFirst()
  return gone !== undefined
}

/** A text stands in these themes and in no others; themes of another question are left out. */
export async function keepGrouping(
  trx: Trx,
  text: { surveyId: string; responseId: string; question: string; themes: readonly string[] },
): Promise<void> {
  await trx
    .deleteFrom('surveyThemeTexts')
    .where('responseId', '=', text.responseId)
    .where('path', '=', text.question)
    .execute()
  await sql`insert into survey_theme_texts (theme_id, response_id, path)
    select id, ${text.responseId}, ${text.question} from survey_themes
    where survey_id = ${text.surveyId} and question = ${text.question} and id = any(${[...text.themes]}::uuid[])`.execute(
    trx,
  )
}

export async function keepQuotation(
  trx: Trx,
  quotation: {
    surveyId: string
    question: string
    text: string
    language: string
    chosenBy: string
    chosenAt: Date
  },
): Promise<void> {
  await trx
    .insertInto('surveyQuotations')
    .values(quotation)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function dropQuotation(trx: Trx, surveyId: string, quotationId: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('surveyQuotations')
    .where('surveyId', '=', surveyId)
    .where('id', '=', quotationId)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
