import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { Territory } from './contract.ts'

const byName = sql`name collate "und-x-icu"`

export async function findTerritory(db: Reader, code: string) {
  return db
    .selectFrom('territories')
    .where('code', '=', code)
    .select(['code', 'level', 'name', 'latitude', 'longitude'])
    .executeTakeFirst()
}

/** What lies directly in a territory; the regions when none is given. */
export async function listChildren(db: Reader, parentCode?: string): Promise<Territory[]> {
  return db
    .selectFrom('territories')
    .where('parentCode', parentCode === undefined ? 'is' : '=', parentCode ?? null)
    .orderBy(byName)
    .select(['code', 'level', 'name'])
    .execute()
}

/** What a territory lies in, the widest first. */
export async function listParents(db: Reader, code: string): Promise<Territory[]> {
  return db
    .withRecursive('chain', (chain) =>
      chain
        .selectFrom('territories')
        .where('code', '=', code)
        .select(['code', 'level', 'name', 'parentCode'])
        .unionAll(
          chain
            .selectFrom('territories')
            .innerJoin('chain', 'chain.parentCode', 'territories.code')
            .select(['territories.code', 'territories.level', 'territories.name', 'territories.parentCode']),
        ),
    )
    .selectFrom('chain')
    .where('code', '!=', code)
    .orderBy('level')
    .select(['code', 'level', 'name'])
    .execute()
}

/** The code of a territory and of everything inside it: to be used inside another query. */
export function codesWithin(db: Reader, code: string) {
  return db
    .withRecursive('inside', (inside) =>
      inside
        .selectFrom('territories')
        .where('code', '=', code)
        .select('code')
        .unionAll(
          inside
            .selectFrom('territories')
            .innerJoin('inside', 'inside.code', 'territories.parentCode')
            .select('territories.code'),
        ),
    )
    .selectFrom('inside')
    .select('code')
}

/** Every municipality with what it lies in, by name. */
export async function listMunicipalities(db: Reader) {
  return db
    .selectFrom('territories as municipality')
    .innerJoin('territories as province', 'province.code', 'municipality.parentCode')
    .innerJoin('territories as region', 'region.code', 'province.parentCode')
    .where('municipality.level', '=', 'municipality')
    .orderBy(sql`municipality.name collate "und-x-icu"`)
    .orderBy('municipality.code')
    .select([
      'municipality.code',
      'municipality.name',
      'province.name as province',
      'province.code as provinceCode',
      'region.name as region',
      'region.code as regionCode',
    ])
    .execute()
}

/** The code of the region that a territory lies in; ISTAT's codes do not begin with that of what they lie in. */
export function regionOf(territoryCode: RawBuilder<unknown>) {
  return sql<string | null>`(select coalesce(region.code, province.code, place.code) from territories place
    left join territories province on province.code = place.parent_code
    left join territories region on region.code = province.parent_code where place.code = ${territoryCode})`
}
