import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'

export type Territory = { code: string; name: string; level: string; parentCode: string | null }

export async function listTerritories(db: Reader): Promise<Territory[]> {
  const { rows } = await sql<Territory>`select code, name, level, parent_code from territories
    order by name collate "und-x-icu", code`.execute(db)
  return rows
}
