import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/database.ts'

/** What somebody might write, each trying to leave another place of a page, an address, a script, a table or a mail. */
export const polyglots = [
  (mark: string) =>
    `${mark} https://evil.example/"'\`></title></textarea></style></script><script>alert(1)</script><img src=x onerror=alert(1)>`,
  (mark: string) =>
    `javascript:alert(1)//${mark} https://evil.example/ www.evil.example" onmouseover="alert(1)" x='<svg/onload=alert(1)>`,
  (mark: string) =>
    `=cmd|'/c calc'!A1,${mark} https://evil.example/\r\nBcc: eve@evil.example\r\n\r\n<!--<script>\u2028]]>{{7*7}}\${7*7}%0d%0a&quot;&lt;`,
]

/** Filled by us from lists, hashes and counts; no person can put words of their own into them. */
const ours =
  /^(?:kysely_|territor|audit_)|_(?:code|hash|kind|tally)$|\.(?:[a-z_]*language|languages|persona|kind|sha256|hard|areas|concerns|reader|node_id|folded|folded_title)$|^mandates\.end_reason$|^events\.(?:name|body)$|^mails\.(?:headers|last_error)$|^survey_(?:citations|quotations|themes)\.question$|^survey_theme_texts\.path$|^survey_responses\.(?:quotable|consent)$/

/**
 * Writes a polyglot into every row of every text column that people fill, found in the catalogue of the database so that
 * a new column is among them without anybody remembering it. Answers each column's mark.
 */
export async function poison(
  database: Database,
  writings: readonly ((mark: string) => string)[] = polyglots,
): Promise<Map<string, string>> {
  const db = database.withoutPlugins() as unknown as Kysely<Record<string, Record<string, unknown>>>
  const marks = new Map<string, string>()
  const columns = await columnsOfText(database)
  await db.transaction().execute(async (trx) => {
    // Not even what is append-only is spared.
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const { table, column, type, isUnique, isChecked } of columns) {
      const name = `${table}.${column}`
      if (ours.test(name)) continue
      const { rows: all } = await sql<{ at: string; value: unknown }>`
        select ctid::text as at, ${sql.ref(column)} as value from ${sql.table(table)}`.execute(trx)
      const rows = isChecked ? all.filter(({ value }) => !isEmpty(value)) : all
      if (rows.length === 0) continue
      const mark = `xq${marks.size}qx`
      marks.set(mark, name)
      const texts = writings.map((writing) => writing(mark))
      const poisoned = rows.map(({ value }, index) => {
        const text = texts[index % texts.length] ?? ''
        if (type === 'jsonb') return deep(value, text)
        if (column === 'canonical') return JSON.stringify(deep(JSON.parse(String(value)), text))
        if (type === '_text') return isEmpty(value) ? [text] : (value as string[]).map(() => text)
        return isUnique ? `${text} ${index}` : text
      })
      const cast =
        type === 'jsonb'
          ? sql`given.value`
          : type === '_text'
            ? sql`array(select jsonb_array_elements_text(given.value))`
            : sql`given.value #>> '{}'`
      await sql`update ${sql.table(table)} it set ${sql.ref(column)} = ${cast}
        from jsonb_array_elements(${JSON.stringify(poisoned)}::jsonb) with ordinality given (value, place),
          unnest(${rows.map(({ at }) => at)}::tid[]) with ordinality row (at, place)
        where row.place = given.place and it.ctid = row.at`.execute(trx)
    }
  })
  return marks
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Words within what is kept as JSON; what only names something (a code, an id, a day) stays. */
function deep(value: unknown, text: string): unknown {
  if (typeof value === 'string') {
    return /^[\w:.+-]*$/.test(value) && !/^[a-z]+:/.test(value) ? value : text
  }
  if (Array.isArray(value)) return value.map((each) => deep(each, text))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, text)]))
}

type TextColumn = {
  table: string
  column: string
  type: string
  isUnique: boolean
  /** Whether it is empty may say what kind of row it is. */
  isChecked: boolean
}

async function columnsOfText(db: Database) {
  const { rows } = await sql<TextColumn>`
    select c.table_name as "table", c.column_name as "column", c.udt_name as type,
      exists (select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indisunique and i.indrelid = c.table_name::regclass and a.attname = c.column_name) as is_unique,
      exists (select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
        where k.contype = 'c' and k.conrelid = c.table_name::regclass and a.attname = c.column_name) as is_checked
    from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.udt_name in ('text', '_text', 'varchar', 'jsonb', 'json')
      and c.is_generated = 'NEVER' order by 1, 2`.execute(db)
  return rows
}
