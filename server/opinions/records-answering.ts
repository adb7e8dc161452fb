import { type RawBuilder, sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { askedTogether } from '../asked-together.ts'
import { speaksForOrganisation, visibleTo, visibleToPerson } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { MyAnswer, StatementAsked, StatementSource } from './contract.ts'
import { sourceShown } from './records-sources.ts'
import type { Vote } from './words.ts'

const voteNumber = { agree: 1, pass: 0, disagree: -1 } satisfies Record<Vote, number>

/** The device's key in one consultation: its token is kept nowhere. */
const keyOf = (token: string | RawBuilder<unknown>, consultationId: RawBuilder<unknown>) =>
  sql`sha256(convert_to(${token} || ${consultationId}::text, 'UTF8'))`

/** Who this actor is among those who answer in a consultation: a person by their account, a device by its token. */
export type Answering = { actor: Actor; token: string | undefined }

function isThem({ actor, token }: Answering, consultationId: RawBuilder<unknown>) {
  if (actor.kind === 'person') return sql<boolean>`a.person_id = ${actor.id}`
  return token === undefined
    ? sql<boolean>`false`
    : sql<boolean>`a.guest_key = ${keyOf(token, consultationId)}`
}

export type AnswerKept = {
  consultationId: string
  state: 'waiting' | 'approved' | 'rejected'
  isOpen: boolean
  letsGuests: boolean
  closedAt: Date | null
  participation: 'registered' | 'organisations'
  represents: boolean
  isKept: boolean
}

/** The same answer sent again is no change, and keeps its time: it would call for an analysis of nothing new. */
const asAnswered = sql`vote = excluded.vote,
  answered_at = case when opinions.vote = excluded.vote then opinions.answered_at else excluded.answered_at end`

type FurtherAnswer = { who: string; statementId: string; vote: Vote; now: Date }
type FurtherKept = { consultationId: string }

/**
 * Keeps an answer of somebody who has answered here before and may go on, and answers in which consultation; undefined for
 * everybody else, whom `keepAnswer` looks at more closely. Nearly all answers are such, and those that come together are kept
 * together.
 */
export async function keepFurtherAnswer(
  db: Database,
  { actor, token }: Answering,
  answer: Omit<FurtherAnswer, 'who'>,
): Promise<FurtherKept | undefined> {
  if (actor.kind === 'person') return keepOfPerson(db, { ...answer, who: actor.id })
  return token === undefined ? undefined : keepOfDevice(db, { ...answer, who: token })
}

const answered = (answer: Pick<FurtherAnswer, 'who' | 'statementId'>) => `${answer.statementId} ${answer.who}`

const keepOfPerson = askedTogether(answered, (db: Database, answers: FurtherAnswer[]) =>
  keepFurther(db, answers, {
    answerers: sql`a.person_id = given.who::uuid`,
    may: sql`${visibleToPerson(sql`given.who::uuid`)} and (c.lets_guests or consultations.participation = 'registered')`,
  }),
)

const keepOfDevice = askedTogether(answered, (db: Database, answers: FurtherAnswer[]) =>
  keepFurther(db, answers, {
    answerers: sql`a.guest_key = ${keyOf(sql`given.who`, sql`s.consultation_id`)}`,
    may: sql`consultations.visibility = 'public' and c.lets_guests`,
  }),
)

/**
 * In the order of their keys, so that two processes that keep the same answers cannot each wait for the other. Who answers is
 * looked up for each: by a plain join, statistics of a quieter hour lead Postgres to read everybody who answers there.
 */
async function keepFurther(
  db: Database,
  answers: FurtherAnswer[],
  { answerers, may }: Record<'answerers' | 'may', RawBuilder<unknown>>,
): Promise<Map<string, FurtherKept>> {
  const { rows } = await sql<FurtherKept & Pick<FurtherAnswer, 'who' | 'statementId'>>`
    with given as materialized (
      select given.who, s.id as statement_id, s.consultation_id, a.id as answerer_id, given.vote, given.answered_at
      from unnest(${answers.map(({ who }) => who)}::text[], ${answers.map(({ statementId }) => statementId)}::uuid[],
          ${answers.map(({ vote }) => voteNumber[vote])}::smallint[], ${answers.map(({ now }) => now)}::timestamptz[])
          as given (who, statement_id, vote, answered_at)
        join statements s on s.id = given.statement_id
        join statement_collections c on c.consultation_id = s.consultation_id
        join consultations on consultations.id = s.consultation_id
        cross join lateral (
          select a.id from answerers a where a.consultation_id = s.consultation_id and ${answerers} limit 1) a
      where s.state = 'approved' and c.is_open and consultations.closed_at is null and ${may}),
    kept as (
      insert into opinions (answerer_id, statement_id, vote, answered_at)
      select answerer_id, statement_id, vote, answered_at from given order by answerer_id, statement_id
      on conflict (answerer_id, statement_id) do update set ${asAnswered}
      returning answerer_id, statement_id)
    select given.who, given.statement_id, given.consultation_id from given join kept using (answerer_id, statement_id)`.execute(
    db,
  )
  return new Map(rows.map((row) => [answered(row), { consultationId: row.consultationId }]))
}

/**
 * Keeps an answer in one statement, which also looks whether it may be given: hundreds answer at once, each often. Undefined
 * where there is no such statement; not kept where it may not be, or where another request made the same answerer first.
 */
export async function keepAnswer(
  db: Reader,
  who: Answering,
  statementId: string,
  vote: Vote,
  now: Date,
): Promise<AnswerKept | undefined> {
  const { actor, token } = who
  const place = sql`place.consultation_id`
  const isGuest = actor.kind === 'guest'
  const represents = isGuest ? sql`false` : speaksForOrganisation(sql`${actor.id}`)
  const { rows } = await sql<AnswerKept>`
    with place as (
      select s.id, s.consultation_id, s.state, c.is_open, c.lets_guests, consultations.closed_at, consultations.participation,
        case when consultations.participation = 'organisations' then ${represents} else false end as represents
      from statements s join statement_collections c on c.consultation_id = s.consultation_id
        join consultations on consultations.id = s.consultation_id
      where s.id = ${statementId} and ${visibleTo(actor)}),
    may as (
      select * from place where state = 'approved' and is_open and closed_at is null
        and (lets_guests or (${!isGuest}::boolean and (participation = 'registered' or represents)))),
    mine as (
      select a.id from answerers a join may as place on place.consultation_id = a.consultation_id where ${isThem(who, place)}),
    made as (
      insert into answerers (consultation_id, person_id, guest_key)
      select place.consultation_id, ${isGuest ? null : actor.id}::uuid, ${isGuest ? keyOf(token ?? '', place) : sql`null::bytea`}
      from may as place where not exists (select 1 from mine) on conflict do nothing returning id),
    kept as (
      insert into opinions (answerer_id, statement_id, vote, answered_at)
      select me.id, may.id, ${voteNumber[vote]}, ${now} from (select id from mine union all select id from made) me cross join may
      on conflict (answerer_id, statement_id) do update set ${asAnswered}
      returning 1)
    select consultation_id, state, is_open, lets_guests, closed_at, participation, represents,
      exists (select 1 from kept) as is_kept from place`.execute(db)
  return rows[0]
}

export async function findAnswerer(db: Reader, who: Answering, consultationId: string) {
  const given = sql`${consultationId}`
  const { rows } = await sql<{ id: string }>`
    select a.id from answerers a where a.consultation_id = ${consultationId} and ${isThem(who, given)}`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

/** What is asked and this answerer has not answered: its priority and where to find it. */
export async function listUnanswered(db: Reader, consultationId: string, answererId: string | null) {
  const { rows } = await sql<{ id: string; priority: number }>`
    select s.id, s.priority from statements s where s.consultation_id = ${consultationId} and s.state = 'approved'
      and not exists (select 1 from opinions o where o.answerer_id = ${answererId}::uuid and o.statement_id = s.id)
    order by s.number`.execute(db)
  return rows
}

export async function findAsked(
  db: Reader,
  statementId: string,
): Promise<(StatementAsked & StatementSource) | undefined> {
  const { rows } = await sql<StatementAsked & StatementSource>`
    select s.id, s.number, s.text, s.language, ${sourceShown} from statements s
    where s.id = ${statementId} and s.state = 'approved'`.execute(db)
  return rows[0]
}

export async function countAnswered(db: Reader, answererId: string | null): Promise<number> {
  if (answererId === null) return 0
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from opinions o join statements s on s.id = o.statement_id
    where o.answerer_id = ${answererId} and s.state = 'approved'`.execute(db)
  return rows[0]?.many ?? 0
}

export async function listAnswers(db: Reader, answererId: string): Promise<MyAnswer[]> {
  const { rows } = await sql<StatementAsked & { vote: number }>`
    select s.id, s.number, s.text, s.language, o.vote from opinions o join statements s on s.id = o.statement_id
    where o.answerer_id = ${answererId} and s.state = 'approved' order by s.number`.execute(db)
  const named = ['disagree', 'pass', 'agree'] as const
  return rows.map((row) => ({ ...row, vote: named[row.vote + 1] ?? 'pass' }))
}

/**
 * Moves what a device answered to a person. Where both answered, the person's own answer stays. Both answerers are
 * locked, so that an answer given meanwhile goes to one or the other and is not lost.
 */
export async function joinTo(
  trx: Trx,
  personId: string,
  token: string,
  consultationId: string,
): Promise<number> {
  const given = sql`${consultationId}`
  const { rows: devices } = await sql<{ id: string }>`
    select id from answerers where guest_key = ${keyOf(token, given)} for update`.execute(trx)
  const device = devices[0]?.id
  if (device === undefined) return 0
  await sql`insert into answerers (consultation_id, person_id) values (${consultationId}, ${personId}) on conflict do nothing`.execute(
    trx,
  )
  const { rows } = await sql<{ statementId: string }>`
    insert into opinions (answerer_id, statement_id, vote, answered_at)
    select a.id, o.statement_id, o.vote, o.answered_at from opinions o, answerers a
    where o.answerer_id = ${device} and a.consultation_id = ${consultationId} and a.person_id = ${personId}
    on conflict do nothing returning statement_id`.execute(trx)
  await trx.deleteFrom('opinions').where('answererId', '=', device).execute()
  await trx.deleteFrom('answerers').where('id', '=', device).execute()
  return rows.length
}
