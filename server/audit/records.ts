import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor, Language } from '../ground.ts'
import type { EntryShown, Head, Publication } from './contract.ts'

export async function listEntries(db: Reader, before: number, most: number): Promise<EntryShown[]> {
  const { rows } = await sql<EntryShown>`select seq, act, at, hash from audit_entries
    where seq < ${before} order by seq desc limit ${most}`.execute(db)
  return rows
}

export type EntryKept = {
  seq: number
  at: Date
  act: string
  commitment: string
  hash: string
  salt: string | null
  content: string | null
}

/** The whole chain from its beginning; contents only of consultations that the actor may see, or all for overseers. */
export async function listWholeChain(db: Reader, actor: Actor): Promise<EntryKept[]> {
  const isOverseer = actor.kind === 'person' && actor.roles.length > 0
  const { rows } = await sql<EntryKept>`
    select e.seq, e.at, e.act, e.commitment, e.hash, c.salt, c.content
    from audit_entries e left join audit_contents c on c.seq = e.seq and (${isOverseer}::boolean or c.consultation_id in (
      select consultations.id from consultations where ${visibleTo(actor)}))
    order by e.seq`.execute(db)
  return rows
}

export async function listPublications(db: Reader, most: number): Promise<Publication[]> {
  const { rows } = await sql<Publication>`select seq, hash, published_at from audit_publications
    order by seq desc limit ${most}`.execute(db)
  return rows
}

/** What the chain says of one thing, but for the shuffles of its box, which are many and alike. */
export async function listTrail(db: Reader, aboutId: string): Promise<EntryShown[]> {
  const { rows } = await sql<EntryShown>`select e.seq, e.act, e.at, e.hash
    from audit_contents c join audit_entries e on e.seq = c.seq where c.about_id = ${aboutId} and e.act <> 'box-shuffled' order by e.seq limit 500`.execute(
    db,
  )
  return rows
}

export async function isHeadToPublish(db: Database, today: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select h.seq > 0
      and not exists (select 1 from audit_publications p where p.seq = h.seq or p.published_at >= ${today}) as due
    from audit_head h`.execute(db)
  return rows[0]?.due ?? false
}

/** The head, held: nothing is added while it is being published. */
export async function holdHead(trx: Trx): Promise<Head> {
  const { rows } = await sql<Head>`select seq, hash from audit_head for update`.execute(trx)
  if (!rows[0]) throw new Error('The audit chain has no head')
  return rows[0]
}

export async function keepPublication(trx: Trx, { seq, hash }: Head, now: Date): Promise<boolean> {
  const { rows } =
    await sql`insert into audit_publications (seq, hash, published_at) values (${seq}, ${hash}, ${now})
    on conflict (seq) do nothing returning 1`.execute(trx)
  return rows.length > 0
}

export async function listAdministrators(trx: Trx) {
  const { rows } = await sql<{ personId: string; email: string; language: Language }>`
    select p.id as person_id, p.email, p.language from people p join platform_roles r on r.person_id = p.id
    where r.role = 'administrator' and p.email is not null order by p.id`.execute(trx)
  return rows
}
