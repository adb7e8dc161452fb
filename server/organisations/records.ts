import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Actor, Language } from '../ground.ts'
import { Refusal } from '../refusal.ts'
import type { EndedMandate } from '../tables/index.ts'
import { decidesEverywhere, isSeenBy } from './rules.ts'
import type { OrganisationKind, OrganisationRole } from './words.ts'

type Facts = {
  name: string
  kind: OrganisationKind
  territoryCode: string
  regionCode: string
  languages: string[]
  communities: string[]
  registerNumber: string | null
}

/** Whether a person may decide on the organisations of the region that `organisations` stands in. */
export function isOfficialOf(actor: Actor) {
  if (actor.kind === 'guest') return sql<boolean>`false`
  if (decidesEverywhere(actor)) return sql<boolean>`true`
  return sql<boolean>`exists (select 1 from territory_officials official
    where official.person_id = ${actor.id} and official.territory_code = organisations.region_code)`
}

/** The role a person has in the organisation now, if any. */
export function roleIn(actor: Actor) {
  const personId = actor.kind === 'person' ? actor.id : null
  return sql<OrganisationRole | null>`(select mine.role from organisation_members mine
    where mine.organisation_id = organisations.id and mine.person_id = ${personId} and mine.left_at is null)`
}

/** The organisation as this person stands to it, locked; one that is not public is absent for anybody else. */
export async function holdOrganisation(trx: Trx, actor: Actor, organisationId: string) {
  const found = await trx
    .selectFrom('organisations')
    .where('organisations.id', '=', organisationId)
    .select([
      'organisations.id',
      'organisations.name',
      'organisations.kind',
      'organisations.territoryCode',
      'organisations.registerNumber',
      'organisations.state',
      'organisations.verifiedAt',
      roleIn(actor).as('role'),
      isOfficialOf(actor).as('isOfficial'),
    ])
    .forUpdate('organisations')
    .executeTakeFirst()
  if (!found || !isSeenBy(found)) throw new Refusal('unseen', 'organisation')
  return found
}

/** Another organisation of the region under the same name, however it is written. Rejected ones do not count. */
export async function isNameTaken(db: Reader, name: string, regionCode: string, exceptId: string | null) {
  const found = await db
    .selectFrom('organisations')
    .where('regionCode', '=', regionCode)
    .where('folded', '=', sql<string>`lower(unaccent(${name}))`)
    .where('state', '!=', 'rejected')
    .$if(exceptId !== null, (others) => others.where('id', '!=', exceptId))
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Two registrations of one name at once are seen by each other: the second waits for the first. */
export async function lockName(trx: Trx, name: string, regionCode: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(lower(unaccent(${name})) || ${regionCode}, 0))`.execute(
    trx,
  )
}

export async function findByClientId(db: Reader, personId: string, clientId: string) {
  return db
    .selectFrom('organisations')
    .where('registeredBy', '=', personId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

export async function keepOrganisation(
  trx: Trx,
  facts: Facts & { registeredBy: string; registeredAt: Date; clientId: string | null },
) {
  return trx.insertInto('organisations').values(facts).returning('id').executeTakeFirstOrThrow()
}

export async function keepFacts(trx: Trx, organisationId: string, facts: Facts & { resubmits: boolean }) {
  const { resubmits, ...kept } = facts
  await trx
    .updateTable('organisations')
    .set(
      resubmits ? { ...kept, state: 'pending', stateReason: null, decidedBy: null, decidedAt: null } : kept,
    )
    .where('id', '=', organisationId)
    .execute()
}

export async function keepDecision(
  trx: Trx,
  organisationId: string,
  decision: {
    state: 'verified' | 'rejected'
    stateReason: string | null
    decidedBy: string
    decidedAt: Date
  },
) {
  await trx
    .updateTable('organisations')
    .set((set) => ({
      ...decision,
      ...(decision.state === 'verified' && {
        verifiedAt: set.fn.coalesce('verifiedAt', set.val(decision.decidedAt)),
      }),
    }))
    .where('id', '=', organisationId)
    .execute()
}

/** Makes someone a member, again or with more to do; who already represents is not made less. */
export async function keepMember(
  trx: Trx,
  member: { organisationId: string; personId: string; role: OrganisationRole; joinedAt: Date },
) {
  await trx
    .insertInto('organisationMembers')
    .values(member)
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'personId']).doUpdateSet({
        role: sql`case when organisation_members.left_at is null and organisation_members.role = 'representative'
          then organisation_members.role else excluded.role end`,
        joinedAt: sql`case when organisation_members.left_at is null then organisation_members.joined_at
          else excluded.joined_at end`,
        leftAt: null,
      }),
    )
    .execute()
}

export async function findMember(db: Reader, organisationId: string, personId: string) {
  return db
    .selectFrom('organisationMembers')
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .select(['personId', 'role'])
    .executeTakeFirst()
}

/** Who represents the organisation now and can be written to. */
export async function listRepresentatives(db: Reader, organisationId: string) {
  const rows = await db
    .selectFrom('organisationMembers')
    .innerJoin('people', 'people.id', 'organisationMembers.personId')
    .where('organisationMembers.organisationId', '=', organisationId)
    .where('organisationMembers.role', '=', 'representative')
    .where('organisationMembers.leftAt', 'is', null)
    .orderBy('people.id')
    .select(['people.id as personId', 'people.email', 'people.language'])
    .execute()
  return rows.flatMap(({ email, ...row }) =>
    email === null ? [] : [{ ...row, email, language: row.language as Language }],
  )
}

export async function countRepresentatives(db: Reader, organisationId: string) {
  const { count } = await db
    .selectFrom('organisationMembers')
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'representative')
    .where('leftAt', 'is', null)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function endMembership(trx: Trx, organisationId: string, personId: string, now: Date) {
  await trx
    .updateTable('organisationMembers')
    .set({ leftAt: now })
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .execute()
}

/** Whoever leaves an organisation no longer sits for it: the last day was the day before. Answers the mandates that were cut. */
export async function endMandatesOfMember(trx: Trx, organisationId: string, personId: string, day: string) {
  const { rows } = await sql<EndedMandate & { tableId: string }>`
    update mandates set ends_on = greatest(mandates.starts_on - 1, ${day}::date - 1), end_reason = 'left-organisation'
    from seats
    where seats.id = mandates.seat_id and seats.organisation_id = ${organisationId} and mandates.person_id = ${personId}
      and (mandates.ends_on is null or mandates.ends_on >= ${day}::date)
    returning seats.table_id, mandates.person_id, mandates.part, mandates.starts_on, mandates.ends_on`.execute(
    trx,
  )
  return rows
}
