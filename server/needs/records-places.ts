import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { PlaceFound } from './contract.ts'

/** A territory with the region and the province it lies in (itself, where it is one). */
export async function findWhere(db: Reader, code: string) {
  const { rows } = await sql<{ code: string; name: string; regionCode: string; provinceCode: string | null }>`
    select it.code, it.name,
      case it.level when 'region' then it.code when 'province' then it.parent_code else above.parent_code end as region_code,
      case it.level when 'province' then it.code when 'municipality' then it.parent_code end as province_code
    from territories it left join territories above on above.code = it.parent_code
    where it.code = ${code}`.execute(db)
  return rows[0]
}

/**
 * What a typed name may mean in a region: the provinces and municipalities of exactly that name, or else those
 * that begin with it. Accents, capitals, hyphens and apostrophes are ignored.
 */
export async function findPlaces(db: Reader, regionCode: string, name: string): Promise<PlaceFound[]> {
  const { rows } = await sql<PlaceFound & { isExact: boolean }>`
    with asked as materialized (select ${foldedName(sql`${name}::text`)} as name),
    inside as (
      select p.code, p.name, 'province' as level, p.name as province from territories p where p.parent_code = ${regionCode}
      union all
      select m.code, m.name, 'municipality', p.name from territories p join territories m on m.parent_code = p.code
        where p.parent_code = ${regionCode}),
    folded as (select inside.*, ${foldedName(sql`inside.name`)} as folded from inside)
    select folded.code, folded.name, folded.level, folded.province, folded.folded = asked.name as is_exact
    from folded, asked where starts_with(folded.folded, asked.name)
    order by is_exact desc, folded.level desc, folded.name collate "und-x-icu" limit 20`.execute(db)
  const exact = rows.filter((row) => row.isExact)
  return (exact.length > 0 ? exact : rows).map(({ code, name, level, province }) => ({
    code,
    name,
    level,
    province,
  }))
}

function foldedName(name: ReturnType<typeof sql>) {
  return sql`btrim(regexp_replace(lower(unaccent(${name})), '[-/''’‘ʼ´\`\\s]+', ' ', 'g'))`
}

export async function listRegions(db: Reader): Promise<{ code: string; name: string }[]> {
  return db
    .selectFrom('territories')
    .where('level', '=', 'region')
    .where('parentCode', 'is', null)
    .orderBy('name')
    .select(['code', 'name'])
    .execute()
}
