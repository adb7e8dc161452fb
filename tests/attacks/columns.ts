import { sql } from 'kysely'
import type { Database, Trx } from '#db/database.ts'

/** What is sent in a column's name: of the column's kind, so that nothing but its name keeps it out, and found again wherever it went. */
const byKind: Record<string, unknown> = {
  uuid: 'cafe7f3a-cafe-4afe-8afe-7f3acafe7f3a',
  timestamptz: '1977-07-07T07:07:07.000Z',
  date: '1977-07-07',
  time: '07:07:07',
  int2: 19770,
  int4: 1977070,
  int8: 1977070707,
  numeric: 1977070,
  float8: 1977070,
  bool: true,
  jsonb: { canary: 'canary-7f3a' },
  json: { canary: 'canary-7f3a' },
}
const text = 'canary-7f3a'

/** Any of them as a row shows it; the text also as bytes. A number is one by itself, and no part of an id or a hash. */
const canary = String.raw`canary-7f3a|${Buffer.from(text).toString('hex')}|cafe7f3a|1977-07-07|(^|[(,{" ])(19770|1977070|1977070707)($|[),}" ])`

/** Every column of the database by both of its names, with a value that fits it. */
export async function everyColumn(db: Database): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ name: string; kind: string }>`
    select distinct on (column_name) column_name as name, udt_name as kind from information_schema.columns
    where table_schema in ('public', 'box') order by column_name, udt_name`.execute(db)
  return Object.fromEntries(
    rows.flatMap(({ name, kind }) => {
      const one = byKind[kind.replace(/^_/, '')] ?? text
      const value = kind.startsWith('_') ? [one] : one
      return [name, name.replace(/_([a-z\d])/g, (_all, letter: string) => letter.toUpperCase())].map(
        (each) => [each, value],
      )
    }),
  )
}

/** The tables where any of those values is. */
export async function canariesIn(db: Database | Trx): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'box') and table_type = 'BASE TABLE'
      and table_name not in ('territories', 'territory_outlines')`.execute(db)
  const found = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name where exists (select from ${sql.table(name)} t where t::text ~ ${canary})`,
  )
  const { rows } = await sql<{ name: string }>`${sql.join(found, sql` union all `)}`.execute(db)
  return rows.map(({ name }) => name)
}
