import { sql, type RawBuilder } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { askedTogether } from '../asked-together.ts'
import type { Language, PlatformRole } from '../ground.ts'
import type { Device } from './contract.ts'
import { sessionDays } from './words.ts'

export async function keepSession(
  trx: Trx,
  session: { personId: string; tokenHash: string; device: string; now: Date },
) {
  await trx
    .insertInto('sessions')
    .values({
      personId: session.personId,
      tokenHash: session.tokenHash,
      device: session.device,
      expiresAt: new Date(session.now.getTime() + sessionDays * 86_400_000),
    })
    .execute()
}

export async function endSession(
  trx: Trx,
  session: { id: string; personId: string; now: Date },
): Promise<boolean> {
  const ended = await trx
    .updateTable('sessions')
    .set({ endedAt: session.now })
    .where('id', '=', session.id)
    .where('personId', '=', session.personId)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

export async function listDevices(
  db: Reader,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<Device[]> {
  const rows = await db
    .selectFrom('sessions')
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .select(['id', 'device', 'createdAt', 'lastSeenAt'])
    .execute()
  return rows.map((row) => ({ ...row, isThis: row.id === sessionId }))
}

/**
 * Ends every session of a person, but one where it is given, and answers which. Whoever is signing in at this moment holds their row until they have:
 * so a session was either made before, and ends, or it is made after all that this transaction does.
 */
export async function endSessionsOf(
  trx: Trx,
  personId: string,
  now: Date,
  butFor?: string,
): Promise<string[]> {
  await trx.selectFrom('people').where('id', '=', personId).select('id').forUpdate().execute()
  const ended = await trx
    .updateTable('sessions')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .$if(butFor !== undefined, (sessions) => sessions.where('id', '<>', butFor ?? ''))
    .where('endedAt', 'is', null)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

export type SessionFound = {
  id: string
  personId: string
  name: string
  language: Language
  roles: PlatformRole[]
  unread: number
  tokenHash: string
  rotatedAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

/**
 * Who a cookie's token belongs to; the token before the last rotation still counts for a minute. Asked at every request,
 * so what few need is asked apart: the older token only when nobody has this one, unread notices only for a page.
 */
export async function findSession(
  db: Database,
  tokenHash: string,
  now: Date,
  { isPage }: { isPage: boolean },
): Promise<SessionFound | undefined> {
  const found =
    (await (isPage ? sessionForPage : sessionForAct)(db, tokenHash)) ??
    (await sessionsWhere(
      db,
      sql`s.previous_token_hash = ${tokenHash} and s.rotated_at > ${new Date(now.getTime() - 60_000)}`,
      isPage,
    ).then((sessions) => sessions[0]))
  return found && found.expiresAt > now ? found : undefined
}

const sessionForPage = askedTogether(byHash, (db: Database, hashes) => sessionsOf(db, hashes, true))
const sessionForAct = askedTogether(byHash, (db: Database, hashes) => sessionsOf(db, hashes, false))

function byHash(tokenHash: string): string {
  return tokenHash
}

async function sessionsOf(db: Database, tokenHashes: string[], isPage: boolean) {
  const sessions = await sessionsWhere(db, sql`s.token_hash = any(${tokenHashes})`, isPage)
  return new Map(sessions.map((session) => [session.tokenHash, session]))
}

async function sessionsWhere(db: Database, areTheirs: RawBuilder<unknown>, isPage: boolean) {
  const unread = isPage
    ? sql`(select count(*)::int from (select 1 from notices n where n.person_id = p.id and n.read_at is null
        and is_notice_listed(p.id, n.subject_kind, n.subject_id) limit 99) few)`
    : sql`0`
  const { rows } = await sql<SessionFound>`
    select s.id, s.person_id, p.name, p.language, s.token_hash, s.rotated_at, s.last_seen_at, s.expires_at,
      array(select r.role::text from platform_roles r where r.person_id = p.id) as roles, ${unread} as unread
    from sessions s join people p on p.id = s.person_id
    where ${areTheirs} and s.ended_at is null`.execute(db)
  return rows
}

export async function rotateSession(
  db: Reader,
  session: { id: string; tokenHash: string; newTokenHash: string; now: Date },
): Promise<boolean> {
  const rotated = await db
    .updateTable('sessions')
    .set({
      previousTokenHash: session.tokenHash,
      tokenHash: session.newTokenHash,
      rotatedAt: session.now,
      expiresAt: new Date(session.now.getTime() + sessionDays * 86_400_000),
    })
    .where('id', '=', session.id)
    .where('tokenHash', '=', session.tokenHash)
    .returning('id')
    .executeTakeFirst()
  return rotated !== undefined
}

export async function keepLastSeen(
  db: Reader,
  { id, personId, now }: { id: string; personId: string; now: Date },
) {
  await sql`
    with seen as (update sessions set last_seen_at = ${now} where id = ${id}::uuid), ${arrival(personId)}
    select 1`.execute(db)
}

/** They are here: whoever put them somewhere by their address may now see by name who it was. */
export async function noteArrival(trx: Trx, personId: string) {
  await sql`with ${arrival(personId)} select 1`.execute(trx)
}

function arrival(personId: string) {
  return sql`
    member as (update consultation_members set is_awaited = false where person_id = ${personId}::uuid and is_awaited),
    officer as (update table_officers set is_awaited = false where person_id = ${personId}::uuid and is_awaited)`
}

/** Which of these sessions no longer stand. */
export async function endedAmong(db: Reader, sessionIds: string[], now: Date): Promise<string[]> {
  if (sessionIds.length === 0) return []
  const standing = await db
    .selectFrom('sessions')
    .where('id', 'in', sessionIds)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .select('id')
    .execute()
  const alive = new Set(standing.map((row) => row.id))
  return sessionIds.filter((id) => !alive.has(id))
}
