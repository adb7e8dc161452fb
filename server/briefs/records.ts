import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { BriefContent } from './contract.ts'

/** One brief is numbered at a time, on all nodes. */
export async function holdNumbering(trx: Trx) {
  await sql`select pg_advisory_xact_lock(hashtext('tavolo:briefs'))`.execute(trx)
}

export async function findOfClient(trx: Trx, personId: string, clientId: string) {
  return trx
    .selectFrom('briefs')
    .where('publishedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'number', 'year'])
    .executeTakeFirst()
}

export async function nextNumber(trx: Trx, year: number): Promise<number> {
  const { last } = await trx
    .selectFrom('briefs')
    .where('year', '=', year)
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** The brief of a consultation that no newer one supersedes. */
export async function findNewest(db: Reader, consultationId: string) {
  const found = await db
    .selectFrom('briefs')
    .where('consultationId', '=', consultationId)
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .select(['id', 'canonical'])
    .executeTakeFirst()
  return found && { id: found.id, content: JSON.parse(found.canonical) as BriefContent }
}

export async function keepBrief(
  trx: Trx,
  brief: {
    consultationId: string
    year: number
    number: number
    canonical: string
    sha256: string
    nextSteps: string
    publishedBy: string
    publishedAt: Date
    supersedesId: string | null
    clientId: string | null
  },
) {
  const { id } = await trx
    .insertInto('briefs')
    .values({ ...brief, content: brief.canonical })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function visibleBriefs(db: Reader, actor: Actor) {
  return db
    .selectFrom('briefs')
    .innerJoin('consultations', 'consultations.id', 'briefs.consultationId')
    .where(visibleTo(actor))
}

export async function findBrief(db: Reader, actor: Actor, briefId: string) {
  return visibleBriefs(db, actor)
    .leftJoin('briefs as newer', 'newer.supersedesId', 'briefs.id')
    .leftJoin('briefs as older', 'older.id', 'briefs.supersedesId')
    .where('briefs.id', '=', briefId)
    .select([
      'briefs.id',
      'briefs.canonical',
      'briefs.sha256',
      'briefs.publishedAt',
      'newer.id as newerId',
      'newer.number as newerNumber',
      'newer.year as newerYear',
      'older.id as olderId',
      'older.number as olderNumber',
      'older.year as olderYear',
    ])
    .executeTakeFirst()
}

export async function findBytes(db: Reader, actor: Actor, briefId: string) {
  return visibleBriefs(db, actor)
    .where('briefs.id', '=', briefId)
    .select(['briefs.canonical', 'briefs.sha256', 'briefs.year', 'briefs.number'])
    .executeTakeFirst()
}

export async function listBriefs(
  db: Reader,
  actor: Actor,
  consultationId: string | undefined,
  past: { at: Date; id: string } | undefined,
  most: number,
) {
  let listed = visibleBriefs(db, actor)
    .innerJoin('tables', 'tables.id', 'consultations.tableId')
    .leftJoin('briefs as newer', 'newer.supersedesId', 'briefs.id')
  if (consultationId) listed = listed.where('briefs.consultationId', '=', consultationId)
  if (past)
    listed = listed.where(sql<boolean>`(briefs.published_at, briefs.id) < (${past.at}, ${past.id}::uuid)`)
  return listed
    .orderBy('briefs.publishedAt', 'desc')
    .orderBy('briefs.id', 'desc')
    .limit(most)
    .select([
      'briefs.id',
      'briefs.number',
      'briefs.year',
      'briefs.publishedAt',
      'consultations.title',
      'tables.name as table',
      'newer.id as newerId',
    ])
    .execute()
}
