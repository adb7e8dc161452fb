import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['consultation_members', 'table_officers']) {
    await sql`alter table ${sql.table(table)} add column is_awaited boolean not null default false`.execute(
      db,
    )
    await sql`comment on column ${sql.ref(`${table}.is_awaited`)} is 'Put there by e-mail and not here since: until then nobody is told whose address it is.'`.execute(
      db,
    )
    await sql`create index on ${sql.table(table)} (person_id) where is_awaited`.execute(db)
  }
}
