import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { openEmbedded } from './embedded.ts'
import { preparing } from './prepared.ts'
import type { DB } from './schema.ts'
import { together } from './together.ts'

export type Database = Kysely<DB>
export type Trx = Transaction<DB>
/** What reads may run on: inside a transaction or outside one. Writes ask for Trx. */
export type Reader = Database | Trx

export type OpenDatabase = {
  db: Database
  pool: pg.Pool
  embedded: boolean
  close: () => Promise<void>
}

// Counts and sequences fit a double; a string would turn `seq + 1` into concatenation.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A calendar day is a day, not an instant: a Date would shift it across time zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** Opens Postgres by its address, or the embedded one kept in a folder (`memory` keeps nothing). */
export async function openDatabase(at: {
  url?: string | undefined
  folder: string
  most?: number
}): Promise<OpenDatabase> {
  if (at.url) {
    const pool = new pg.Pool({
      connectionString: at.url,
      max: at.most ?? 20,
      pipeline: true,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      maxLifetimeSeconds: 3_600,
      // Compiling a statement pays only for far longer ones than ours, and the planner takes some of ours for long.
      options:
        '-c timezone=UTC -c jit=off -c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000',
    })
    // An idle connection that Postgres drops must not end the process: the next query opens another.
    pool.on('error', () => {})
    // Nor must one that is lent out and waits for its next statement, as in the middle of a transaction: that one fails.
    pool.on('connect', (client) => void client.on('error', () => {}))
    return { db: kyselyOn(pool, { pipeline: true }), pool, embedded: false, close: () => pool.end() }
  }
  const { pool, close } = await openEmbedded(at.folder)
  return { db: kyselyOn(pool), pool, embedded: true, close }
}

/** `pipeline` says that the pool's connections take a statement before the last was answered. */
export function kyselyOn(
  pool: Pick<pg.Pool, 'connect' | 'end'>,
  { pipeline = false }: { pipeline?: boolean } = {},
): Database {
  const prepared = preparing(pool)
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: pipeline ? together(prepared) : prepared }),
    plugins: [new CamelCasePlugin()],
  })
}
