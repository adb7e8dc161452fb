import { sql, type RawBuilder } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { askedTogether } from '../asked-together.ts'
import type { Language, PlatformRole } from '../ground.ts'
import type { Device, Profile } from './contract.ts'
import { sessionDays } from './words.ts'

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

/** The person of an address, made at their first entry. */
export async function keepPerson(trx: Trx, email: string, language: Language) {
  const made = await trx
    .insertInto('people')
    .values({ email, language })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, isNew: true }
  const found = await trx
    .selectFrom('people')
    .where('email', '=', email)
    .select(['id', 'name'])
    .executeTakeFirstOrThrow()
  return { id: found.id, isNew: found.name === '' }
}

export async function findLanguage(db: Reader, email: string) {
  const found = await db
    .selectFrom('people')
    .where('email', '=', email)
    .select(['id', 'language'])
    .executeTakeFirst()
  return found && { id: found.id, language: found.language as Language }
}

export async function findPersona(db: Reader, persona: string) {
  return db.selectFrom('people').where('persona', '=', persona).select('id').executeTakeFirst()
}

export async function listPersonas(db: Reader) {
  return db
    .selectFrom('people')
    .where('persona', 'is not', null)
    .select((select) => [
      'people.persona',
      'people.name',
      select
        .selectFrom('organisationMembers')
        .innerJoin('organisations', 'organisations.id', 'organisationMembers.organisationId')
        .whereRef('organisationMembers.personId', '=', 'people.id')
        .where('organisationMembers.leftAt', 'is', null)
        .orderBy('organisationMembers.joinedAt')
        .limit(1)
        .select('organisations.name')
        .as('organisation'),
    ])
    .execute()
}

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

export async function showProfile(db: Reader, personId: string): Promise<Profile> {
  const row = await db
    .selectFrom('people')
    .where('id', '=', personId)
    .select(['name', 'email', 'language'])
    .executeTakeFirstOrThrow()
  return { name: row.name, email: row.email ?? '', language: row.language as Language }
}

export async function keepProfile(trx: Trx, personId: string, profile: { name: string; language: Language }) {
  await trx.updateTable('people').set(profile).where('id', '=', personId).execute()
}

export async function keepLanguage(trx: Trx, personId: string, language: Language) {
  await trx.updateTable('people').set({ language }).where('id', '=', personId).execute()
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
    ? sql`(select count(*)::int from (select 1 from notices n where n.person_id = p.id and n.read_at is null limit 99) few)`
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

export async function keepLastSeen(db: Reader, sessionId: string, now: Date) {
  await db.updateTable('sessions').set({ lastSeenAt: now }).where('id', '=', sessionId).execute()
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
