import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

export async function dropNotices(
  db: Database,
  before: { read: Date; at: Date },
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`delete from notices where id in (
    select id from notices where read_at < ${before.read} or at < ${before.at}
    limit ${most} for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0)
}
