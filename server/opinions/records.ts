import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Collection, StatementAsked, StatementToJudge } from './contract.ts'
import type { StatementState } from './words.ts'

const unarranged: Collection = {
  isArranged: false,
  isOpen: false,
  holdsStatements: true,
  letsGuests: false,
  showsResults: false,
}

export async function findCollection(db: Reader, consultationId: string): Promise<Collection> {
  const found = await db
    .selectFrom('statementCollections')
    .where('consultationId', '=', consultationId)
    .select(['isOpen', 'holdsStatements', 'letsGuests', 'showsResults'])
    .executeTakeFirst()
  return found ? { ...found, isArranged: true } : unarranged
}

export async function keepCollection(
  trx: Trx,
  given: Omit<Collection, 'isArranged'> & { consultationId: string; arrangedBy: string; arrangedAt: Date },
): Promise<void> {
  const { consultationId: _, ...changed } = given
  await trx
    .insertInto('statementCollections')
    .values(given)
    .onConflict((conflict) => conflict.column('consultationId').doUpdateSet(changed))
    .execute()
}

/** The number of a new statement; whoever takes the next one waits until this one is kept. */
export async function takeNumbers(
  trx: Trx,
  consultationId: string,
  arrangedBy: string,
  many: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into statement_collections (consultation_id, arranged_by, last_number) values (${consultationId}, ${arrangedBy}, ${many})
    on conflict (consultation_id) do update set last_number = statement_collections.last_number + ${many}
    returning last_number as last`.execute(trx)
  return (rows[0]?.last ?? many) - many
}

export type StatementKept = {
  consultationId: string
  number: number
  text: string
  language: string
  state: StatementState
  isMeta: boolean
  isSeed: boolean
  authorId: string | null
  needId: string | null
  messageId: string | null
  surveyId: string | null
  writtenAt: Date
  clientId: string | null
}

export async function keepStatements(trx: Trx, statements: StatementKept[]): Promise<string[]> {
  if (statements.length === 0) return []
  const kept = await trx.insertInto('statements').values(statements).returning('id').execute()
  return kept.map(({ id }) => id)
}

export async function findWritten(db: Reader, authorId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return db
    .selectFrom('statements')
    .where('authorId', '=', authorId)
    .where('clientId', '=', clientId)
    .select(['id', 'state'])
    .executeTakeFirst()
}

/** Statements that say much the same, in whatever language: by trigrams, the likest first. */
export async function listSimilar(db: Reader, consultationId: string, text: string, least: number) {
  const { rows } = await sql<StatementAsked & { likeness: number }>`
    select id, number, text, language, similarity(folded, folded(${text})) as likeness
    from statements
    where consultation_id = ${consultationId} and state <> 'rejected' and similarity(folded, folded(${text})) >= ${least}
    order by likeness desc, number limit 5`.execute(db)
  return rows
}

/** A statement to decide on, locked. */
export async function holdStatement(trx: Trx, statementId: string) {
  return trx
    .selectFrom('statements')
    .where('id', '=', statementId)
    .select(['id', 'consultationId', 'number', 'state', 'isMeta', 'authorId', 'text', 'language'])
    .forUpdate()
    .executeTakeFirst()
}

export async function keepDecision(
  trx: Trx,
  statementId: string,
  decided: { state?: StatementState; isMeta?: boolean; reason?: string; decidedBy: string; decidedAt: Date },
): Promise<void> {
  await trx.updateTable('statements').set(decided).where('id', '=', statementId).execute()
}

export async function listToJudge(db: Reader, consultationId: string): Promise<StatementToJudge[]> {
  const { rows } = await sql<StatementToJudge>`
    select statements.id, number, text, language, statements.state, is_meta, is_seed, reason, need_id, message_id, written_at,
      case when survey_id is null then null else json_build_object('id', surveys.id, 'title', surveys.title) end as survey
    from statements left join surveys on surveys.id = survey_id
    where statements.consultation_id = ${consultationId} order by number`.execute(db)
  return rows
}

/** What one has written oneself, the newest first. */
export async function listOwn(db: Reader, consultationId: string, authorId: string) {
  return db
    .selectFrom('statements')
    .where('consultationId', '=', consultationId)
    .where('authorId', '=', authorId)
    .where('isSeed', '=', false)
    .select(['text', 'language', 'state', 'reason'])
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
}

export async function countStatements(db: Reader, consultationId: string) {
  const { rows } = await sql<{ asked: number; waiting: number }>`
    select count(*) filter (where state = 'approved')::int as asked, count(*) filter (where state = 'waiting')::int as waiting
    from statements where consultation_id = ${consultationId}`.execute(db)
  return rows[0] ?? { asked: 0, waiting: 0 }
}
