import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import type { NeedDraftFields } from './contract.ts'
import { needLimits } from './words.ts'

type DraftKey = { authorId: string; clientId: string }

/** Keeps the form as it stands now; the same form saved again replaces itself. */
export async function keepDraft(
  trx: Trx,
  draft: DraftKey & { consultationId: string; typed: NeedDraftFields; keptAt: Date },
) {
  const { consultationId, keptAt } = draft
  const typed = JSON.stringify(draft.typed)
  await trx
    .insertInto('needDrafts')
    .values({ ...draft, typed })
    .onConflict((conflict) =>
      conflict.columns(['authorId', 'clientId']).doUpdateSet({ consultationId, typed, keptAt }),
    )
    .execute()
}

/** How many drafts a person has beside this one. */
export async function countOtherDrafts(trx: Trx, { authorId, clientId }: DraftKey): Promise<number> {
  const { count } = await trx
    .selectFrom('needDrafts')
    .where('authorId', '=', authorId)
    .where('clientId', '!=', clientId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function dropDraft(trx: Trx, authorId: string, clientId: string) {
  await trx
    .deleteFrom('needDrafts')
    .where('authorId', '=', authorId)
    .where('clientId', '=', clientId)
    .execute()
}

export async function findDraft(db: Reader, { authorId, clientId }: DraftKey, consultationId: string) {
  const found = await db
    .selectFrom('needDrafts')
    .where('authorId', '=', authorId)
    .where('clientId', '=', clientId)
    .where('consultationId', '=', consultationId)
    .select('typed')
    .executeTakeFirst()
  return found && (found.typed as NeedDraftFields)
}

/** The newest first; those of a consultation the person may no longer see stay out of sight. */
export async function listDrafts(db: Reader, actor: Person) {
  const rows = await db
    .selectFrom('needDrafts')
    .innerJoin('consultations', 'consultations.id', 'needDrafts.consultationId')
    .where('needDrafts.authorId', '=', actor.id)
    .where(visibleTo(actor))
    .orderBy('needDrafts.keptAt', 'desc')
    .limit(needLimits.drafts)
    .select([
      'needDrafts.clientId',
      'needDrafts.consultationId',
      'consultations.title as consultationTitle',
      'needDrafts.typed',
      'needDrafts.keptAt',
    ])
    .execute()
  return rows.map((row) => ({ ...row, typed: row.typed as NeedDraftFields }))
}

export async function dropOldDrafts(db: Database, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from need_drafts where (author_id, client_id) in (
    select author_id, client_id from need_drafts where kept_at < ${before} limit ${most} for update skip locked)`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
