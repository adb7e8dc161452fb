import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { FeedbackListed } from './contract.ts'
import type { Hardship, Usefulness } from './words.ts'

type Written = {
  page: string
  useful: Usefulness
  hard: Hardship[]
  words: string
  language: string
  email: string | null
  clientId: string | null
}

/** Sent again under the same client id, it is kept once. */
export async function keepFeedback(trx: Trx, feedback: Written): Promise<void> {
  await trx
    .insertInto('feedback')
    .values(feedback)
    .onConflict((conflict) => conflict.column('clientId').doNothing())
    .execute()
}

/** The newest first, from after a place on. */
export async function listFeedback(
  db: Reader,
  after: string | undefined,
  most: number,
): Promise<FeedbackListed[]> {
  let listed = db.selectFrom('feedback')
  if (after)
    listed = listed.where(
      sql<boolean>`(sent_at, id) < (select last.sent_at, last.id from feedback last where last.id = ${after})`,
    )
  const rows = await listed
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .select(['id', 'page', 'useful', 'hard', 'words', 'language', 'email', 'sentAt', 'settledAt'])
    .execute()
  return rows.map((row) => ({ ...row, hard: row.hard as Hardship[] }))
}

/** Whether there was such feedback. Settled again, it stays as it was. */
export async function keepSettled(
  trx: Trx,
  settled: { id: string; personId: string; now: Date },
): Promise<boolean> {
  const found = await trx
    .updateTable('feedback')
    .set({
      email: null,
      settledAt: sql`coalesce(settled_at, ${settled.now})`,
      settledBy: sql`coalesce(settled_by, ${settled.personId}::uuid)`,
    })
    .where('id', '=', settled.id)
    .returning('id')
    .executeTakeFirst()
  return found !== undefined
}
