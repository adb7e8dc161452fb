import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '#db/database.ts'
import { testDatabase } from '#tests/support/ground.ts'

const { url } = await testDatabase()
if (!url) process.stderr.write('database: skipped, it needs a Postgres (set TEST_DATABASE_URL)\n')

test.skipIf(!url)(
  'a connection that Postgres drops in the middle of a transaction fails that transaction, and nothing else',
  async () => {
    const { db, close } = await openDatabase({ url, folder: 'memory', most: 2 })
    const broken = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db)
      // Nothing is being asked when the connection ends; without an ear for it that would end the process.
      await new Promise((resolve) => setTimeout(resolve, 200))
      return sql`select 1`.execute(trx)
    })
    await expect(broken).rejects.toThrow()
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
    expect(rows).toEqual([{ one: 1 }])
    await close()
  },
)
