import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { PersonContent, PersonKey } from '#db/seed/content/shape.ts'
import { languages } from '../ground.ts'

/** One node fills at a time. It holds a connection of its own, which the embedded database (one process, one connection) has not. */
export async function takeTurn<Answer>(db: Database, run: () => Promise<Answer>): Promise<Answer> {
  return db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(hashtext('tavolo:demo'))`.execute(one)
    try {
      return await run()
    } finally {
      await sql`select pg_advisory_unlock(hashtext('tavolo:demo'))`.execute(one)
    }
  })
}

export async function isFilled(db: Database): Promise<boolean> {
  const found = await db
    .selectFrom('people')
    .where('persona', 'is not', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** What is in a database without personas: nothing, a filling that was cut off, or somebody's real work. */
export async function whatIsThere(db: Database): Promise<'nothing' | 'half-a-demo' | 'people'> {
  const { rows } = await sql<{ people: number; invented: number }>`
    select count(*)::int as people, count(*) filter (where email like '%@esempio.test')::int as invented from people`.execute(
    db,
  )
  const found = rows[0]
  if (!found || found.people === 0) return 'nothing'
  return found.people === found.invented ? 'half-a-demo' : 'people'
}

/** Throws a half-filled demo away, to the last table: a schema that outlived it would stop the migrations at its name. */
export async function startAfresh(db: Database) {
  await sql`drop schema if exists public, box cascade`.execute(db)
  await sql`create schema public`.execute(db)
}

/** The people, with what no act gives: a persona, a region to answer for, the coordinator's role. */
export async function keepPeople(db: Database, people: readonly PersonContent[], since: Date) {
  const kept = new Map<
    PersonKey,
    { id: string; name: string; email: string; language: string; isCoordinator: boolean }
  >()
  for (const person of people) {
    const language = languages.find((each) => each === person.language) ?? 'it'
    const row = await db
      .insertInto('people')
      .values({ email: person.email, name: person.name, language, createdAt: since })
      .onConflict((conflict) => conflict.column('email').doUpdateSet({ name: person.name }))
      .returning(['id', 'name', 'email', 'language'])
      .executeTakeFirstOrThrow()
    kept.set(person.key, { ...row, email: person.email, isCoordinator: person.coordinator === true })
    for (const territoryCode of person.officialOf ?? []) {
      await db
        .insertInto('territoryOfficials')
        .values({ personId: row.id, territoryCode })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    if (person.coordinator) {
      await db
        .insertInto('platformRoles')
        .values({ personId: row.id, role: 'coordinator' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
  return kept
}

/** Last of all: a demo whose filling was cut off has no personas, and is filled anew. */
export async function keepPersonas(db: Database, people: readonly PersonContent[]) {
  for (const { email, persona } of people) {
    if (persona) await db.updateTable('people').set({ persona }).where('email', '=', email).execute()
  }
}

/** The link of the newest invitation, as its receiver would read it in the mail. */
export async function invitationToken(db: Database, email: string): Promise<string> {
  const mail = await db
    .selectFrom('mails')
    .where('recipient', '=', email)
    .orderBy('createdAt', 'desc')
    .select('text')
    .limit(1)
    .executeTakeFirstOrThrow()
  const token = /\/invitations\/([\w-]+)/.exec(mail.text)?.[1]
  if (!token) throw new Error('The invitation has no link')
  return token
}

/** The story's people have been here, its mails were read long ago, and so were the notices of anything older than a week. */
export async function tidyUp(db: Database, weekAgo: Date) {
  await db.deleteFrom('mails').execute()
  await db.updateTable('tableOfficers').set({ isAwaited: false }).execute()
  await db.updateTable('consultationMembers').set({ isAwaited: false }).execute()
  await sql`update notices set mailed_at = notices.at, read_at = case when e.at < ${weekAgo} then notices.at end
    from events e where e.stream_id = notices.stream_id and e.seq = notices.seq`.execute(db)
}

export async function roomIdOf(db: Database, consultationId: string): Promise<string> {
  const room = await db
    .selectFrom('rooms')
    .where('consultationId', '=', consultationId)
    .select('id')
    .executeTakeFirstOrThrow()
  return room.id
}
