import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { phaseOn, visibleTo } from '../consultations/index.ts'
import type { RichDocument } from '../documents/contract.ts'
import type { Actor } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import type { NeedHeld } from './contract.ts'

/** Whether it is a source of a proposal, which may be a draft that its author does not see. */
export const isGrouped = sql<boolean>`exists (select 1 from proposal_sources l join proposals p on p.id = l.proposal_id
  where l.need_id = needs.id and l.unlinked_at is null and p.state <> 'withdrawn')`

/** A need to act on. One that is absent and one in a consultation this person may not see answer alike. */
export async function holdNeed(trx: Trx, actor: Actor, needId: string, now: Date): Promise<NeedHeld> {
  const need = await trx
    .selectFrom('needs')
    .innerJoin('consultations', 'consultations.id', 'needs.consultationId')
    .where('needs.id', '=', needId)
    .where(visibleTo(actor))
    .select([
      'needs.id',
      'needs.consultationId',
      'consultations.tableId',
      'needs.authorId',
      'needs.organisationId',
      'needs.state',
      'needs.title',
      'needs.language',
      'needs.readAt',
      'needs.hiddenAt',
      isGrouped.as('isGrouped'),
      'consultations.closedAt',
      phaseOn(romeDay(now)).as('phase'),
    ])
    .forUpdate('needs')
    .executeTakeFirst()
  if (!need) throw new Refusal('unseen', 'need')
  return need
}

export type NeedWritten = {
  title: string
  document: RichDocument
  plain: string
  language: string
  territoryCode: string
  regionCode: string
  provinceCode: string | null
  areas: string[]
  concerns: string[]
  urgency: 'low' | 'medium' | 'high' | 'critical'
  since: string | null
  tried: string
}

/** Keeps a new need, or finds the one that its author already sent under this client id. */
export async function keepNeed(
  trx: Trx,
  need: NeedWritten & {
    consultationId: string
    authorId: string
    organisationId: string | null
    surveyId: string | null
    clientId: string | null
    postedAt: Date
  },
): Promise<{ id: string; isNew: boolean }> {
  const made = await trx
    .insertInto('needs')
    .values({ ...need, document: JSON.stringify(need.document), state: 'posted' })
    .onConflict((conflict) => conflict.columns(['authorId', 'clientId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, isNew: true }
  const first = await findByClientId(trx, need.authorId, need.clientId)
  if (!first) throw new Error('A need neither made nor found')
  return { id: first.id, isNew: false }
}

export async function findByClientId(db: Reader, authorId: string, clientId: string | null | undefined) {
  if (!clientId) return undefined
  return db
    .selectFrom('needs')
    .where('authorId', '=', authorId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

/** Beside what it said until now, which moderators may have to judge. */
export async function keepEdit(trx: Trx, needId: string, written: NeedWritten, now: Date) {
  await sql`insert into need_versions (need_id, version, title, text, tried, replaced_at)
    select id, 1 + (select count(*) from need_versions v where v.need_id = n.id), title, plain, tried, ${now}
    from needs n where id = ${needId}`.execute(trx)
  await trx
    .updateTable('needs')
    .set({ ...written, document: JSON.stringify(written.document), editedAt: now })
    .where('id', '=', needId)
    .execute()
}

export async function keepWithdrawal(trx: Trx, needId: string) {
  await trx.updateTable('needs').set({ state: 'withdrawn' }).where('id', '=', needId).execute()
}

export async function keepRead(trx: Trx, needId: string, personId: string, now: Date) {
  await trx.updateTable('needs').set({ readAt: now, readBy: personId }).where('id', '=', needId).execute()
}

/** Whether it was new: supporting twice is supporting once. */
export async function keepSupport(
  trx: Trx,
  support: { needId: string; personId: string; organisationId: string | null; at: Date },
): Promise<boolean> {
  const made = await trx
    .insertInto('needSupports')
    .values(support)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await countSupport(trx, support, 1)
  return made !== undefined
}

export async function dropSupport(
  trx: Trx,
  support: { needId: string; personId: string; organisationId: string | null },
): Promise<boolean> {
  const mine = trx.deleteFrom('needSupports').where('needId', '=', support.needId)
  const gone =
    support.organisationId === null
      ? mine.where('personId', '=', support.personId).where('organisationId', 'is', null)
      : mine.where('organisationId', '=', support.organisationId)
  const removed = await gone.returning('id').executeTakeFirst()
  if (removed) await countSupport(trx, support, -1)
  return removed !== undefined
}

async function countSupport(
  trx: Trx,
  { needId, organisationId }: { needId: string; organisationId: string | null },
  change: 1 | -1,
) {
  await trx
    .updateTable('needs')
    .set({
      supportCount: sql`support_count + ${change}`,
      ...(organisationId === null
        ? {}
        : { organisationSupportCount: sql`organisation_support_count + ${change}` }),
    })
    .where('id', '=', needId)
    .execute()
}

/** Whether a survey that was opened belongs to the consultation. */
export async function isSurveyHere(db: Reader, consultationId: string, surveyId: string): Promise<boolean> {
  const found = await db
    .selectFrom('surveys')
    .where('id', '=', surveyId)
    .where('consultationId', '=', consultationId)
    .where('state', '<>', 'draft')
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}
