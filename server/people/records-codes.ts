import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'

export async function keepCode(trx: Trx, code: { email: string; codeHash: string; expiresAt: Date }) {
  await trx.insertInto('signInCodes').values(code).execute()
}

/** The newest code of an address, locked so that two guesses at once count as two. */
export async function holdCode(trx: Trx, email: string, now: Date) {
  return trx
    .selectFrom('signInCodes')
    .where('email', '=', email)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .select(['id', 'codeHash', 'attempts'])
    .forUpdate()
    .executeTakeFirst()
}

export async function countAttempt(trx: Trx, codeId: string) {
  await trx
    .updateTable('signInCodes')
    .set({ attempts: sql`attempts + 1` })
    .where('id', '=', codeId)
    .execute()
}

export async function spendCodes(trx: Trx, email: string, now: Date) {
  await trx
    .updateTable('signInCodes')
    .set({ usedAt: now })
    .where('email', '=', email)
    .where('usedAt', 'is', null)
    .execute()
}
