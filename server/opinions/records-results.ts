import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import type { Analysed, PackedAnswers, StatementAnalysed, VotesToAnalyse } from './analyse-votes.ts'
import type { StatementAsked, StatementSource } from './contract.ts'
import type { Frame } from './letters.ts'
import { findRelease, keepRelease } from './records-releases.ts'
import { sourceShown } from './records-sources.ts'

const answerersAtOnce = 2_000

type ResultsBefore = { computedAt: Date; frame: Frame; releasedHash: string | null }

export type Input = Pick<VotesToAnalyse, 'statements' | 'starts' | 'answers' | 'released'> & {
  isSensitive: boolean
  before: ResultsBefore | undefined
}

/**
 * All that an analysis is made from, as of one moment: a statement that is let in between two readings would have answers and no
 * place. Undefined where nothing was ever asked.
 */
export async function readInput(db: Database, consultationId: string): Promise<Input | undefined> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rows: statements } = await sql<StatementAnalysed>`
        select number, state = 'rejected' as is_refused, is_meta from statements
        where consultation_id = ${consultationId} and state <> 'waiting' order by number`.execute(trx)
      if (statements.length === 0) return undefined
      const { isSensitive } = await trx
        .selectFrom('statementCollections')
        .where('consultationId', '=', consultationId)
        .select('isSensitive')
        .executeTakeFirstOrThrow()
      const before = await findResults(trx, consultationId)
      const release = before?.releasedHash
        ? await findRelease(trx, consultationId, before.releasedHash)
        : undefined
      const packed = await readAnswers(trx, consultationId)
      return { ...packed, statements, isSensitive, before, released: release?.votes ?? null }
    })
}

/**
 * Everybody's answers, packed by the database: two bytes each, so that a million are read without the event loop
 * making objects of them, a few thousand people at a time.
 */
async function readAnswers(db: Reader, consultationId: string): Promise<PackedAnswers> {
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

async function findResults(db: Reader, consultationId: string): Promise<ResultsBefore | undefined> {
  const { rows } = await sql<ResultsBefore>`
    select computed_at, frame, released_hash from opinion_results where consultation_id = ${consultationId}`.execute(
    db,
  )
  return rows[0]
}

/** Whether the results that an analysis went out from are still the newest; if so, nobody else keeps any until it has. */
export async function isStillNewest(
  trx: Trx,
  consultationId: string,
  before: ResultsBefore | undefined,
): Promise<boolean> {
  // Not the row of the results, which is not there before the first.
  await sql`select 1 from statement_collections where consultation_id = ${consultationId} for no key update`.execute(
    trx,
  )
  const now = await findResults(trx, consultationId)
  return now?.computedAt.getTime() === before?.computedAt.getTime()
}

export async function keepResults(
  trx: Trx,
  given: Analysed & PackedAnswers & { consultationId: string; statements: StatementAnalysed[]; now: Date },
): Promise<void> {
  const { consultationId, inputHash, frame, release, statements, now } = given
  const kept = {
    inputHash,
    computedAt: now,
    answers: given.answers.length,
    frame: JSON.stringify(frame),
    ...(release ? { releasedHash: inputHash } : {}),
  }
  if (release) await keepRelease(trx, { ...given, release })
  await trx
    .insertInto('opinionResults')
    .values({ consultationId, ...kept })
    .onConflict((conflict) => conflict.column('consultationId').doUpdateSet(kept))
    .execute()
  await sql`update statements s set priority = given.priority
    from unnest(${statements.map(({ number }) => number)}::int[], ${given.priorities}::float8[]) as given(number, priority)
    where s.consultation_id = ${consultationId} and s.number = given.number and s.priority <> given.priority`.execute(
    trx,
  )
}

/** The statements that may be shown now, by their numbers. */
export async function listShown(
  db: Reader,
  consultationId: string,
): Promise<(StatementAsked & StatementSource)[]> {
  const { rows } = await sql<StatementAsked & StatementSource>`
    select s.id, s.number, s.text, s.language, ${sourceShown} from statements s
    where s.consultation_id = ${consultationId} and s.state = 'approved' and not s.is_meta order by s.number`.execute(
    db,
  )
  return rows
}

/** How long an answer may take from its time to its commit, in milliseconds. */
const inFlight = 60_000

/**
 * Consultations where something that an analysis is made from came or was decided and none has seen it, because the node that
 * took it is gone. What is stamped shortly before an analysis may have been committed after it had read: it is looked
 * at once more. A consultation that has closed is looked at until it has been analysed since.
 */
export async function listForgotten(db: Reader, now: Date): Promise<string[]> {
  const seen = sql`coalesce(r.computed_at, '-infinity') - make_interval(secs => ${inFlight / 1000})`
  const old = new Date(now.getTime() - inFlight)
  const { rows } = await sql<{ consultationId: string }>`
    select c.consultation_id from statement_collections c
      join consultations on consultations.id = c.consultation_id
      left join opinion_results r on r.consultation_id = c.consultation_id
    where ((c.is_open and consultations.closed_at is null) or greatest(c.arranged_at, consultations.closed_at) > ${seen})
      and (exists (select 1 from answerers a join opinions o on o.answerer_id = a.id
          where a.consultation_id = c.consultation_id and o.answered_at < ${old} and o.answered_at > ${seen})
        or exists (select 1 from statements s where s.consultation_id = c.consultation_id and s.state <> 'waiting'
          and s.decided_at < ${old} and s.decided_at > ${seen}))`.execute(db)
  return rows.map((row) => row.consultationId)
}
