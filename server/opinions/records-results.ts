import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Analysed, VotesToAnalyse } from './analyse-votes.ts'
import type { Published, StatementAsked } from './contract.ts'
import type { Frame } from './letters.ts'

const answerersAtOnce = 2_000

export async function findStatementsToAnalyse(db: Reader, consultationId: string) {
  return db
    .selectFrom('statements')
    .where('consultationId', '=', consultationId)
    .where('state', '!=', 'waiting')
    .orderBy('number')
    .select(['number', 'state', 'isMeta'])
    .execute()
}

/**
 * Everybody's answers, packed by the database: two bytes each, so that a million are read without the event loop
 * making objects of them, a few thousand people at a time.
 */
export async function readAnswers(
  db: Reader,
  consultationId: string,
): Promise<Pick<VotesToAnalyse, 'starts' | 'answers'>> {
  const packed: Buffer[] = []
  for (let after: string | null = null; ;) {
    const { rows }: { rows: { id: string; answers: Buffer }[] } = await sql<{ id: string; answers: Buffer }>`
      select a.id, coalesce((select string_agg(int2send((3 * s.number + o.vote + 1)::int2), ''::bytea order by s.number)
          from opinions o join statements s on s.id = o.statement_id where o.answerer_id = a.id and s.state <> 'waiting'), '') as answers
      from answerers a where a.consultation_id = ${consultationId} and (${after}::uuid is null or a.id > ${after}::uuid)
      order by a.id limit ${answerersAtOnce}`.execute(db)
    for (const { answers } of rows) packed.push(Buffer.from(answers))
    if (rows.length < answerersAtOnce) break
    after = rows.at(-1)?.id ?? null
  }
  const starts = new Uint32Array(packed.length + 1)
  packed.forEach((row, at) => (starts[at + 1] = starts[at]! + row.length / 2))
  const whole = Buffer.concat(packed)
  const answers = new Uint16Array(whole.length / 2)
  for (let at = 0; at < answers.length; at++) answers[at] = whole.readUInt16BE(2 * at)
  return { starts, answers }
}

export type ResultsFound = {
  inputHash: string
  computedAt: Date
  frame: Frame
  published: Published | null
  publishedHash: string | null
  publishedAt: Date | null
}

export async function findResults(db: Reader, consultationId: string): Promise<ResultsFound | undefined> {
  const { rows } = await sql<ResultsFound>`
    select input_hash, computed_at, frame, published, published_hash, published_at from opinion_results
    where consultation_id = ${consultationId}`.execute(db)
  return rows[0]
}

/** How many people have answered something, or something else, since a moment. */
export async function countChanged(db: Reader, consultationId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from answerers a where a.consultation_id = ${consultationId}
      and exists (select 1 from opinions o where o.answerer_id = a.id and o.answered_at > ${since})`.execute(
    db,
  )
  return rows[0]?.many ?? 0
}

export async function keepResults(
  trx: Trx,
  given: Analysed & {
    consultationId: string
    numbers: number[]
    answers: number
    now: Date
    publish: boolean
  },
): Promise<void> {
  const { consultationId, inputHash, frame, published, publish, now } = given
  const figures = publish
    ? { published: JSON.stringify(published), publishedHash: inputHash, publishedAt: now }
    : {}
  const kept = {
    inputHash,
    computedAt: now,
    answers: given.answers,
    frame: JSON.stringify(frame),
    ...figures,
  }
  await trx
    .insertInto('opinionResults')
    .values({ consultationId, ...kept })
    .onConflict((conflict) => conflict.column('consultationId').doUpdateSet(kept))
    .execute()
  await sql`update statements s set priority = given.priority
    from unnest(${given.numbers}::int[], ${given.priorities}::float8[]) as given(number, priority)
    where s.consultation_id = ${consultationId} and s.number = given.number and s.priority <> given.priority`.execute(
    trx,
  )
}

/** The statements that may be shown now, by their numbers. */
export async function listShown(db: Reader, consultationId: string): Promise<StatementAsked[]> {
  return db
    .selectFrom('statements')
    .where('consultationId', '=', consultationId)
    .where('state', '=', 'approved')
    .where('isMeta', '=', false)
    .orderBy('number')
    .select(['id', 'number', 'text', 'language'])
    .execute()
}

/** Consultations with answers that no analysis has seen, because the node that took them is gone. */
export async function listForgotten(db: Reader, now: Date): Promise<string[]> {
  const { rows } = await sql<{ consultationId: string }>`
    select c.consultation_id from statement_collections c left join opinion_results r on r.consultation_id = c.consultation_id
    where c.is_open and exists (select 1 from answerers a join opinions o on o.answerer_id = a.id
      where a.consultation_id = c.consultation_id and o.answered_at < ${new Date(now.getTime() - 60_000)} and (r.computed_at is null or o.answered_at > r.computed_at))`.execute(
    db,
  )
  return rows.map((row) => row.consultationId)
}
