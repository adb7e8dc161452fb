import pg from 'pg'
import { openDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { withDatabase } from '#tests/support/global-setup.ts'
import { atTheEnd } from './tidy.ts'

/** A migrated database of the benchmark's own, dropped at the end. */
export async function scratchDatabase(url: string, purpose: string): Promise<string> {
  const name = `tavolo_bench_${purpose}_${process.pid}`
  const scratch = withDatabase(url, name)
  await asked(url, (client) => client.query(`create database ${name}`))
  atTheEnd(() =>
    asked(url, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  )
  const database = await openDatabase({ url: scratch, folder: 'memory' })
  await migrate(database.db)
  await database.close()
  return scratch
}

/** One connection for one errand. */
export async function asked<Answer>(
  url: string,
  run: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: url })
  // A server that dies tells it twice: the errand is refused, and the connection calls out; unheard, that ends the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

export async function postgresVersion(url: string): Promise<string> {
  const { rows } = await asked(url, (client) => client.query<{ version: string }>('select version()'))
  return /^PostgreSQL (\S+)/.exec(rows[0]?.version ?? '')?.[1] ?? 'unknown'
}

export function postgresAt(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'that address'
}
