import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

/** Answerers of consultations that closed before a moment, with all they answered and the counts nobody was shown. */
export async function dropAnswerers(db: Database, before: Date, most: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; consultationId: string }>`
      select a.id, a.consultation_id from answerers a join consultations c on c.id = a.consultation_id
      where c.closed_at < ${before} limit ${most} for update of a skip locked`.execute(trx)
    if (rows.length === 0) return 0
    const ids = rows.map(({ id }) => id)
    await sql`delete from opinions where answerer_id = any(${ids}::uuid[])`.execute(trx)
    await sql`delete from answerers where id = any(${ids}::uuid[])`.execute(trx)
    const consultationIds = rows.map((row) => row.consultationId)
    await sql`update opinion_results set frame = '{}' where consultation_id = any(${consultationIds}::uuid[])`.execute(
      trx,
    )
    await sql`update opinion_releases set told = null, statements = null, starts = null, answers = null
      where consultation_id = any(${consultationIds}::uuid[])`.execute(trx)
    return rows.length
  })
}
