import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import { mostStatements } from './analysis/index.ts'
import type { Collection, StatementAsked, StatementToJudge } from './contract.ts'
import type { StatementState } from './words.ts'

const unarranged: Collection = {
  isArranged: false,
  isOpen: false,
  holdsStatements: true,
  letsGuests: false,
  showsResults: false,
  isSensitive: false,
}

export async function findCollection(db: Reader, consultationId: string): Promise<Collection> {
  const found = await db
    .selectFrom('statementCollections')
    .where('consultationId', '=', consultationId)
    .select(['isOpen', 'holdsStatements', 'letsGuests', 'showsResults', 'isSensitive'])
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

/**
 * The number of a new statement; whoever takes the next one waits until this one is kept. There are no more than an analysis takes,
 * and a packed answer has room for no larger number.
 */
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
  const last = rows[0]?.last ?? many
  if (last > mostStatements) throw new Refusal('conflict', 'too-many-statements')
  return last - many
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

/**
 * Statements that say much the same, in whatever language: by trigrams, the likest first.
 *
 * @param readerId who is shown them: what waits for a moderator is read by its author alone. Without one, all are looked at.
 */
export async function listSimilar(
  db: Reader,
  consultationId: string,
  text: string,
  { least, readerId }: { least: number; readerId?: string | null },
) {
  const mayRead =
    readerId === undefined ? sql`true` : sql`(state = 'approved' or author_id = ${readerId}::uuid)`
  const { rows } = await sql<StatementAsked & { likeness: number }>`
    select id, number, text, language, similarity(folded, folded(${text})) as likeness
    from statements
    where consultation_id = ${consultationId} and state <> 'rejected' and ${mayRead} and similarity(folded, folded(${text})) >= ${least}
    order by likeness desc, number limit 5`.execute(db)
  return rows
}

/** A statement to decide on, locked; none for whoever may not see its consultation. */
export async function holdStatement(trx: Trx, actor: Actor, statementId: string) {
  return trx
    .selectFrom('statements')
    .innerJoin('consultations', 'consultations.id', 'statements.consultationId')
    .where('statements.id', '=', statementId)
    .where(visibleTo(actor))
    .select([
      'statements.id',
      'statements.consultationId',
      'statements.number',
      'statements.state',
      'statements.isMeta',
      'statements.authorId',
      'statements.text',
      'statements.language',
    ])
    .forUpdate('statements')
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
