import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

/** Codes that were used or ran out before a moment. */
export async function dropCodes(db: Database, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from sign_in_codes where id in (
    select id from sign_in_codes where least(used_at, expires_at) < ${before}
    limit ${most} for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Sessions that were ended or ran out before a moment. */
export async function dropSessions(db: Database, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from sessions where id in (
    select id from sessions where least(ended_at, expires_at) < ${before}
    limit ${most} for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0)
}
