import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { Answered, ResponseBegun, SurveyAnswered } from './contract.ts'

const ofSurvey = sql`jsonb_build_object('id', s.id, 'consultationId', s.consultation_id, 'tableId', consultations.table_id, 'title', s.title,
  'state', s.state, 'access', s.access, 'isApart', s.is_apart, 'isSensitive', s.is_sensitive, 'takesOnBehalf', s.takes_on_behalf,
  'timesEach', s.times_each, 'mostResponses', s.most_responses, 'quotas', s.quotas, 'thanks', s.thanks,
  'definitionHash', s.definition_hash, 'openedBy', s.opened_by, 'opensAt', s.opens_at, 'closesAt', s.closes_at)`

type Dated = Omit<SurveyAnswered, 'opensAt' | 'closesAt'> & { opensAt: string; closesAt: string }

function withDates(survey: Dated): SurveyAnswered {
  return { ...survey, opensAt: new Date(survey.opensAt), closesAt: new Date(survey.closesAt) }
}

/**
 * A survey that was opened, as this actor may see it: with its consultation, or alone where whoever has the address or a code
 * may answer.
 */
export async function findSurveyAnswered(
  db: Reader,
  actor: Actor,
  surveyId: string,
): Promise<{ survey: SurveyAnswered; isInside: boolean } | undefined> {
  const { rows } = await sql<{ survey: Dated; isInside: boolean }>`
    select ${ofSurvey} as survey, ${visibleTo(actor)} as is_inside
    from surveys s join consultations on consultations.id = s.consultation_id
    where s.id = ${surveyId} and s.state <> 'draft'
      and (${visibleTo(actor)} or s.access && '{link,code}'::survey_access[])`.execute(db)
  const row = rows[0]
  return row && { survey: withDates(row.survey), isInside: row.isInside }
}

/**
 * A response by the code of whoever fills it in. With a lock it stays as it is until it has been sent. Answers are read
 * as text: names in them are a form's own, and those of the database are renamed on their way here.
 */
export async function findBegun(
  db: Reader,
  asked: { surveyId: string; keyHash: Buffer },
  lock: 'change' | 'none' = 'none',
): Promise<ResponseBegun | undefined> {
  const { rows } = await sql<Omit<ResponseBegun, 'survey' | 'answers'> & { survey: Dated; answers: string }>`
    select r.id, r.xmin::text as version, r.language, r.answers::text as answers, r.quotable, r.consent, r.page, r.seed, ${ofSurvey} as survey
    from survey_responses r join surveys s on s.id = r.survey_id join consultations on consultations.id = s.consultation_id
    where r.key_hash = ${asked.keyHash} and r.survey_id = ${asked.surveyId} and r.state = 'begun'
    ${lock === 'change' ? sql`for update of r` : sql``}`.execute(db)
  const row = rows[0]
  return row && { ...row, answers: JSON.parse(row.answers) as Answered, survey: withDates(row.survey) }
}

export async function keepBegun(
  trx: Trx,
  begun: {
    surveyId: string
    keyHash: Buffer
    language: string
    seed: number
    consent: string | null
    day: string
  },
): Promise<void> {
  await sql`insert into survey_responses (survey_id, key_hash, language, seed, consent, touched_on)
    values (${begun.surveyId}, ${begun.keyHash}, ${begun.language}, ${begun.seed}, ${begun.consent}, ${begun.day}::date)`.execute(
    trx,
  )
}

/** Whether it was kept: not if the response is no longer the one that was read, which the database knows by who wrote it last. */
export async function keepAnswers(
  db: Reader,
  { id, version }: Pick<ResponseBegun, 'id' | 'version'>,
  kept: { answers: Answered; quotable: string[]; page: number; language: string; day: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update survey_responses set answers = ${JSON.stringify(kept.answers)}::jsonb, quotable = ${kept.quotable},
    page = ${kept.page}, language = ${kept.language}, touched_on = ${kept.day}::date
    where id = ${id} and xmin = ${version}::xid`.execute(db)
  return numAffectedRows === 1n
}

/** The files that belong to a response: each with the path of its question. */
export async function listFiles(db: Reader, responseId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string
    path: string
  }>`select id, path from survey_files where response_id = ${responseId}`.execute(db)
  return new Map(rows.map(({ id, path }) => [id, path]))
}

/** Who runs a survey, and in which consultation, in all the languages that they are named in. */
export async function findSetting(
  db: Reader,
  surveyId: string,
): Promise<{ table: unknown; consultation: unknown }> {
  const { rows } = await sql<{ table: unknown; consultation: unknown }>`
    select t.name as table, c.title as consultation from surveys s
      join consultations c on c.id = s.consultation_id join tables t on t.id = c.table_id where s.id = ${surveyId}`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw new Error('A survey has its consultation')
  return row
}

/** Any survey, also one that is being composed: whoever asks looks first who is asking. */
export async function findToPreview(
  db: Reader,
  surveyId: string,
): Promise<{ id: string; title: string; tableId: string; closesAt: Date } | undefined> {
  const { rows } = await sql<{ id: string; title: string; tableId: string; closesAt: Date }>`
    select s.id, s.title, c.table_id, s.closes_at from surveys s join consultations c on c.id = s.consultation_id
    where s.id = ${surveyId}`.execute(db)
  return rows[0]
}
