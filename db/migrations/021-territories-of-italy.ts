import { type Kysely, sql } from 'kysely'
import { territories } from '../seed/territories.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const rows = territories()
  // Parents first, and one statement a level: 8,000 single inserts would take the first start from one second to ten.
  for (const level of ['region', 'province', 'municipality'] as const) {
    const some = rows.filter((row) => row.level === level)
    await sql`insert into territories (code, level, name, parent_code, latitude, longitude)
      select code, level::territory_level, name, parent_code, latitude, longitude from json_to_recordset(${JSON.stringify(
        some.map((row) => ({
          code: row.code,
          level,
          name: row.name,
          parent_code: row.parentCode,
          latitude: row.latitude,
          longitude: row.longitude,
        })),
      )}::json) as given(code text, level text, name text, parent_code text, latitude float8, longitude float8)`.execute(
      db,
    )
  }
}
