import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { PlatformRole } from '../ground.ts'
import type { Official } from './contract.ts'
import { coordinator } from './words.ts'

/** Coordinators first, then the officials of each region. */
export async function listOfficials(db: Reader): Promise<Official[]> {
  const { rows } = await sql<Official>`
    select p.id as person_id, coalesce(p.email, '') as email, held.office, t.name as region
    from (select person_id, ${coordinator}::text as office from platform_roles where role = ${coordinator}
      union all select person_id, territory_code from territory_officials) held
      join people p on p.id = held.person_id
      left join territories t on t.code = held.office
    order by held.office = ${coordinator} desc, held.office, p.email, p.id`.execute(db)
  return rows
}

/** Answers false where the person holds it already. */
export async function keepOfficial(trx: Trx, personId: string, office: string): Promise<boolean> {
  if (office === coordinator) return keepRole(trx, personId, coordinator)
  const kept = await trx
    .insertInto('territoryOfficials')
    .values({ personId, territoryCode: office })
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
  return kept !== undefined
}

/** Answers false where the person does not hold it. */
export async function dropOfficial(trx: Trx, personId: string, office: string): Promise<boolean> {
  if (office === coordinator) return dropRole(trx, personId, coordinator)
  const dropped = await trx
    .deleteFrom('territoryOfficials')
    .where('personId', '=', personId)
    .where('territoryCode', '=', office)
    .returning('personId')
    .executeTakeFirst()
  return dropped !== undefined
}

export async function keepRole(trx: Trx, personId: string, role: PlatformRole): Promise<boolean> {
  const kept = await trx
    .insertInto('platformRoles')
    .values({ personId, role })
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
  return kept !== undefined
}

export async function dropRole(trx: Trx, personId: string, role: PlatformRole): Promise<boolean> {
  const dropped = await trx
    .deleteFrom('platformRoles')
    .where('personId', '=', personId)
    .where('role', '=', role)
    .returning('personId')
    .executeTakeFirst()
  return dropped !== undefined
}
