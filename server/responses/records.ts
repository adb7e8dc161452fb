import { type RawBuilder, sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { askedTogether } from '../asked-together.ts'
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

type BegunFound = Omit<ResponseBegun, 'survey' | 'answers'> & {
  survey: Dated
  answers: string
  surveyId: string
  keyHash: Buffer
}
type BegunAsked = { surveyId: string; keyHash: Buffer }

const begunKey = ({ surveyId, keyHash }: BegunAsked) => `${surveyId} ${keyHash.toString('hex')}`

/** A response by the code of whoever fills it in. */
export const findBegun = askedTogether(
  begunKey,
  async (db: Database, asked: BegunAsked[]): Promise<Map<string, ResponseBegun>> => {
    const found = await begunAmong(db, asked, sql``)
    return new Map(found.map((row) => [begunKey(row), begunOf(row)]))
  },
)

/** The same, and it stays as it is until the end of the transaction. */
export async function holdBegun(trx: Trx, asked: BegunAsked): Promise<ResponseBegun | undefined> {
  const [row] = await begunAmong(trx, [asked], sql`for update of r`)
  return row && begunOf(row)
}

/**
 * Answers are read as text: names in them are a form's own, and those of the database are renamed on their way here. They are found
 * by their code and nothing else: were a survey's asked for by its number, Postgres, which learns late how many came today, would
 * read all of them for each.
 */
async function begunAmong(db: Reader, asked: BegunAsked[], lock: RawBuilder<unknown>): Promise<BegunFound[]> {
  const { rows } = await sql<BegunFound>`
    select r.id, r.survey_id, r.key_hash, r.xmin::text as version, r.language, r.answers::text as answers, r.quotable, r.consent,
      r.page, r.seed, ${ofSurvey} as survey
    from unnest(${asked.map(({ surveyId }) => surveyId)}::uuid[], ${asked.map(({ keyHash }) => keyHash)}::bytea[])
        as given (survey_id, key_hash)
      join surveys s on s.id = given.survey_id join consultations on consultations.id = s.consultation_id
      join survey_responses r on r.key_hash = given.key_hash and r.state = 'begun'
        and r.survey_id is not distinct from given.survey_id
    ${lock}`.execute(db)
  return rows
}

function begunOf({ surveyId: _survey, keyHash: _key, ...row }: BegunFound): ResponseBegun {
  return { ...row, answers: JSON.parse(row.answers) as Answered, survey: withDates(row.survey) }
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

type Kept = Pick<ResponseBegun, 'id' | 'version'> & {
  answers: Answered
  quotable: string[]
  page: number
  language: string
  day: string
}

/** Whether it was kept: not if the response is no longer the one that was read, which the database knows by who wrote it last. */
export async function keepAnswers(db: Database, kept: Kept): Promise<boolean> {
  return (await keepTogether(db, kept)) ?? false
}

const keepTogether = askedTogether(
  ({ id }: Kept) => id,
  async (db: Database, asked: Kept[]): Promise<Map<string, boolean>> => {
    // In one order everywhere, so that two processes that keep the same ones cannot each wait for the other.
    const kept = asked.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    const { rows } = await sql<{ id: string }>`
      update survey_responses r set answers = given.answers, page = given.page, language = given.language, touched_on = given.day,
        quotable = array(select jsonb_array_elements_text(given.quotable))
      from unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ version }) => version)}::text[],
          ${kept.map(({ answers }) => JSON.stringify(answers))}::jsonb[], ${kept.map(({ quotable }) => JSON.stringify(quotable))}::jsonb[],
          ${kept.map(({ page }) => page)}::int[], ${kept.map(({ language }) => language)}::text[], ${kept.map(({ day }) => day)}::date[])
          as given (id, version, answers, quotable, page, language, day)
      where r.id = given.id and r.xmin = given.version::xid
      returning r.id`.execute(db)
    return new Map(rows.map(({ id }) => [id, true]))
  },
)

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
