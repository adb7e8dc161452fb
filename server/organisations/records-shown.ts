import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { MyOrganisation, OrganisationListed, OrganisationToVerify } from './contract.ts'
import { isOfficialOf, roleIn } from './records.ts'
import { organisationsOnPage, type OrganisationKind } from './words.ts'

export async function findShown(db: Reader, actor: Actor, organisationId: string) {
  return db
    .selectFrom('organisations')
    .innerJoin('territories', 'territories.code', 'organisations.territoryCode')
    .innerJoin('territories as regions', 'regions.code', 'organisations.regionCode')
    .where('organisations.id', '=', organisationId)
    .select([
      'organisations.id',
      'organisations.name',
      'organisations.kind',
      'organisations.territoryCode',
      'territories.name as territory',
      'organisations.regionCode',
      'regions.name as region',
      'organisations.languages',
      'organisations.communities',
      'organisations.registerNumber',
      'organisations.state',
      'organisations.verifiedAt',
      'organisations.stateReason',
      'organisations.decidedAt',
      'organisations.registeredAt',
      roleIn(actor).as('role'),
      isOfficialOf(actor).as('isOfficial'),
    ])
    .executeTakeFirst()
}

/** The seats in force of an organisation, and its members where they are asked for. */
export async function listSeatsAndMembers(
  db: Reader,
  asked: { organisationId: string; withMembers: boolean; now: Date },
) {
  const day = romeDay(asked.now)
  const { rows } = await sql<{
    seats: {
      id: string
      kind: 'voting' | 'consultative' | 'observer'
      tableId: string
      table: Record<string, string>
      endsOn: string | null
    }[]
    members: { personId: string; name: string; role: 'representative' | 'member' }[]
  }>`select
    coalesce((select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'tableId', t.id, 'table', t.name, 'endsOn', s.ends_on)
        order by s.starts_on, s.id)
      from seats s join tables t on t.id = s.table_id
      where s.organisation_id = ${asked.organisationId} and s.starts_on <= ${day}::date
        and (s.ends_on is null or s.ends_on >= ${day}::date)), '[]') as seats,
    coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.name, 'role', m.role) order by m.role, p.name, p.id)
      from organisation_members m join people p on p.id = m.person_id
      where ${asked.withMembers} and m.organisation_id = ${asked.organisationId} and m.left_at is null), '[]') as members`.execute(
    db,
  )
  return rows[0] ?? { seats: [], members: [] }
}

export async function listVerified(
  db: Reader,
  asked: {
    name?: string | undefined
    regionCode?: string | undefined
    kind?: OrganisationKind | undefined
    after?: string | undefined
  },
): Promise<OrganisationListed[]> {
  let rows = db
    .selectFrom('organisations')
    .innerJoin('territories', 'territories.code', 'organisations.territoryCode')
    .where('organisations.state', '=', 'verified')
  if (asked.name !== undefined)
    rows = rows.where(sql<boolean>`strpos(organisations.folded, lower(unaccent(${asked.name}))) > 0`)
  if (asked.regionCode !== undefined) rows = rows.where('organisations.regionCode', '=', asked.regionCode)
  if (asked.kind !== undefined) rows = rows.where('organisations.kind', '=', asked.kind)
  if (asked.after !== undefined)
    rows = rows.where(
      sql<boolean>`(organisations.folded, organisations.id) >
        (select place.folded, place.id from organisations place
          where place.id::text = ${asked.after} and place.state = 'verified')`,
    )
  return rows
    .orderBy('organisations.folded')
    .orderBy('organisations.id')
    .limit(organisationsOnPage + 1)
    .select([
      'organisations.id',
      'organisations.name',
      'organisations.kind',
      'territories.name as territory',
      'organisations.regionCode',
      'organisations.languages',
    ])
    .execute()
}

/** Waiting organisations of the regions this person decides for, the longest waiting first. */
export async function listToVerify(
  db: Reader,
  actor: Actor,
  after: string | undefined,
): Promise<OrganisationToVerify[]> {
  let rows = db
    .selectFrom('organisations')
    .innerJoin('territories', 'territories.code', 'organisations.territoryCode')
    .innerJoin('territories as regions', 'regions.code', 'organisations.regionCode')
    .where('organisations.state', '=', 'pending')
    .where(isOfficialOf(actor))
  if (after !== undefined)
    rows = rows.where(
      sql<boolean>`(organisations.registered_at, organisations.id) >
        (select place.registered_at, place.id from organisations place where place.id::text = ${after})`,
    )
  return rows
    .orderBy('organisations.registeredAt')
    .orderBy('organisations.id')
    .limit(organisationsOnPage + 1)
    .select([
      'organisations.id',
      'organisations.name',
      'organisations.kind',
      'territories.name as territory',
      'regions.name as region',
      'organisations.registerNumber',
      'organisations.registeredAt',
    ])
    .execute()
}

export async function isOfficialAnywhere(db: Reader, personId: string) {
  const found = await db
    .selectFrom('territoryOfficials')
    .where('personId', '=', personId)
    .select('territoryCode')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function listMine(db: Reader, personId: string): Promise<MyOrganisation[]> {
  return db
    .selectFrom('organisationMembers')
    .innerJoin('organisations', 'organisations.id', 'organisationMembers.organisationId')
    .where('organisationMembers.personId', '=', personId)
    .where('organisationMembers.leftAt', 'is', null)
    .orderBy('organisations.folded')
    .select([
      'organisations.id',
      'organisations.name',
      'organisations.kind',
      'organisations.state',
      'organisations.verifiedAt',
      'organisations.stateReason',
      'organisationMembers.role',
    ])
    .execute()
}
