import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'

/** The statements of a consultation that say exactly one of these texts. */
export async function findByText(
  db: Reader,
  consultationId: string,
  texts: string[],
): Promise<Map<string, string>> {
  if (texts.length === 0) return new Map()
  const found = await db
    .selectFrom('statements')
    .where('consultationId', '=', consultationId)
    .where('text', 'in', texts)
    .select(['id', 'text'])
    .execute()
  return new Map(found.map(({ id, text }) => [text, id]))
}

/** Whether a file of answers is here for the first time. */
export async function keepImport(
  trx: Trx,
  consultationId: string,
  fileHash: string,
  importedAt: Date,
): Promise<boolean> {
  const kept = await trx
    .insertInto('opinionImports')
    .values({ consultationId, fileHash, importedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('fileHash')
    .executeTakeFirst()
  return kept !== undefined
}

/** Answers of people who stay unknown, all at once; `row` says whose, from 0. */
export async function keepImported(
  trx: Trx,
  consultationId: string,
  people: number,
  answers: readonly { row: number; statementId: string; vote: number }[],
  now: Date,
): Promise<void> {
  if (people === 0) return
  const ids = Array.from({ length: people }, () => randomUUID())
  await sql`insert into answerers (id, consultation_id) select unnest(${ids}::uuid[]), ${consultationId}`.execute(
    trx,
  )
  await sql`insert into opinions (answerer_id, statement_id, vote, answered_at)
    select answerer_id, statement_id, vote, ${now} from unnest(
      ${answers.map(({ row }) => ids[row]!)}::uuid[], ${answers.map(({ statementId }) => statementId)}::uuid[],
      ${answers.map(({ vote }) => vote)}::smallint[]) as given(answerer_id, statement_id, vote)
    on conflict do nothing`.execute(trx)
}
