import { Migrator, sql } from 'kysely'
import type { Database } from './database.ts'
import { migrations } from './migrations/index.ts'

/** Brings the database to the newest shape; safe to run from several processes at once (Kysely takes a lock). */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('Migration failed', { cause: error })
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** The names of migrations this process knows and the database has not had. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const known = Object.keys(migrations)
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (!rows[0]?.there) return known
  const had = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const names = new Set(had.rows.map((row) => row.name))
  return known.filter((name) => !names.has(name))
}
