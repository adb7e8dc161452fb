import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

/**
 * A mark of all that is in each table: an update in place changes it as much as a new row. Being here at all is written
 * down too, so who is interested in anything else leaves that out.
 */
export async function rowsOfEverything(
  db: Database,
  { leftOut = ['sessions', 'sign_in_codes', 'territories'] }: { leftOut?: string[] } = {},
): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
      and table_name <> all(${leftOut}) order by 1`.execute(db)
  const marks = tables.map(
    ({
      name,
    }) => sql`select ${name}::text as name, md5(string_agg(md5(t::text), '' order by md5(t::text))) as mark
      from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{
    name: string
    mark: string | null
  }>`${sql.join(marks, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark ?? '']))
}
