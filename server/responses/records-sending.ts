import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { romeDay } from '../rome-day.ts'
import type { Answered, SurveyAnswered } from './contract.ts'

/** Who answers, as the roll knows them: a person, a seat, a printed code. */
export type Elector = { unit: 'person' | 'seat' | 'code'; electorId: string }

/**
 * Keeps a survey as it is until a response is in it: it cannot be closed meanwhile. Where only so many are taken, one is sent
 * after the other, so that forty at once are counted one by one.
 */
export async function holdForSending(
  trx: Trx,
  { id, mostResponses, quotas }: Pick<SurveyAnswered, 'id' | 'mostResponses' | 'quotas'>,
): Promise<SurveyAnswered['state'] | undefined> {
  const isCounted = mostResponses !== null || quotas.length > 0
  const { rows } = await sql<{
    state: SurveyAnswered['state']
  }>`select state from surveys where id = ${id} ${isCounted ? sql`for no key update` : sql`for share`}`.execute(
    trx,
  )
  return rows[0]?.state
}

/** Marks the roll; false where this elector has answered as often as each may. */
export async function markAnswered(
  trx: Trx,
  surveyId: string,
  { unit, electorId }: Elector,
  timesEach: number | null,
): Promise<boolean> {
  const { rows } =
    await sql`insert into survey_roll (survey_id, unit, elector_id, times) values (${surveyId}, ${unit}, ${electorId}, 1)
    on conflict (survey_id, unit, elector_id) do update set times = survey_roll.times + 1
      where ${timesEach}::int is null or survey_roll.times < ${timesEach} returning 1`.execute(trx)
  return rows.length > 0
}

export async function countAnswered(
  db: Reader,
  surveyId: string,
  electors: readonly Elector[],
): Promise<{ electorId: string; times: number }[]> {
  if (electors.length === 0) return []
  const { rows } = await sql<{ electorId: string; times: number }>`
    select r.elector_id, r.times from survey_roll r
      join unnest(${electors.map(({ unit }) => unit)}::survey_unit[], ${electors.map(({ electorId }) => electorId)}::uuid[])
        as asked (unit, elector_id) on asked.unit = r.unit and asked.elector_id = r.elector_id
    where r.survey_id = ${surveyId}`.execute(db)
  return rows
}

export async function countSent(db: Reader, surveyId: string): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from survey_responses where survey_id = ${surveyId} and state = 'sent'`.execute(
    db,
  )
  return rows[0]?.many ?? 0
}

/** How many responses have a certain choice, also as one of several. */
export async function countWithChoice(
  db: Reader,
  surveyId: string,
  question: string,
  choice: string,
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from survey_responses where survey_id = ${surveyId} and state = 'sent'
      and ${choice} = any(string_to_array(answers #>> ${question.split('/')}::text[], ' '))`.execute(db)
  return rows[0]?.many ?? 0
}

type Sent = { answers: Answered; quotable: string[]; clientId: string | undefined }

/** The response is sent: no code finds it again, and no day is kept of it. */
export async function keepSent(trx: Trx, responseId: string, sent: Sent): Promise<void> {
  await sql`update survey_responses set state = 'sent', answers = ${JSON.stringify(sent.answers)}::jsonb, quotable = ${sent.quotable},
    key_hash = sha256(convert_to(gen_random_uuid()::text, 'UTF8')), touched_on = null, page = 0,
    client_id = (select ${sent.clientId ?? null}::uuid where not exists (select 1 from survey_responses o
      where o.survey_id = survey_responses.survey_id and o.client_id = ${sent.clientId ?? null}::uuid))
    where id = ${responseId}`.execute(trx)
}

/** One that came whole; undefined where the same was sent before. */
export async function keepWhole(
  trx: Trx,
  sent: Sent & { surveyId: string; language: string; seed: number },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into survey_responses (survey_id, key_hash, state, language, answers, quotable, seed, client_id)
    values (${sent.surveyId}, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'sent', ${sent.language},
      ${JSON.stringify(sent.answers)}::jsonb, ${sent.quotable}, ${sent.seed}, ${sent.clientId ?? null})
    on conflict (survey_id, client_id) do nothing returning id`.execute(trx)
  return rows[0]?.id
}

export async function isSentAlready(
  db: Reader,
  surveyId: string,
  clientId: string | undefined,
): Promise<boolean> {
  if (!clientId) return false
  const { rows } = await sql`select 1 from survey_responses
    where survey_id = ${surveyId} and client_id = ${clientId} and state = 'sent'`.execute(db)
  return rows.length > 0
}

/** Only where a survey says that answers are kept with their author; a trigger refuses it elsewhere. */
export async function keepAuthor(
  trx: Trx,
  responseId: string,
  { unit, electorId }: Elector,
  enteredBy: string | null,
): Promise<void> {
  await sql`insert into survey_authors (response_id, unit, elector_id, entered_by)
    values (${responseId}, ${unit}, ${electorId}, ${enteredBy})`.execute(trx)
}

export async function findPrintedCode(
  db: Reader,
  surveyId: string,
  codeHash: Buffer,
): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select id from survey_codes where survey_id = ${surveyId} and code_hash = ${codeHash}`.execute(db)
  return rows[0]?.id
}

/** The seats at a table that a person fills as holder or alternate, with their organisation's name. */
export async function listSeatsFilled(
  db: Reader,
  tableId: string,
  personId: string,
  now: Date,
): Promise<{ seatId: string; name: string }[]> {
  const day = romeDay(now)
  const { rows } = await sql<{ seatId: string; name: string }>`
    select s.id as seat_id, g.name from seats s join mandates m on m.seat_id = s.id join organisations g on g.id = s.organisation_id
    where s.table_id = ${tableId} and m.person_id = ${personId}
      and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
      and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)
    order by g.name, s.id`.execute(db)
  return rows
}
