import type { Reader, Trx } from '#db/database.ts'
import type { Language } from '../ground.ts'
import type { Profile } from './contract.ts'

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

export async function findPersonAt(db: Reader, email: string) {
  const found = await db
    .selectFrom('people')
    .where('email', '=', email)
    .select(['id', 'language'])
    .executeTakeFirst()
  return found && { id: found.id, language: found.language as Language }
}

/** Where and in which language a person is written to; nobody once they are erased. */
export async function findAddressee(db: Reader, personId: string) {
  const found = await db
    .selectFrom('people')
    .where('id', '=', personId)
    .select(['email', 'language'])
    .executeTakeFirst()
  return found?.email ? { recipient: found.email, personId, language: found.language as Language } : undefined
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
