import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Reader } from '#db/database.ts'
import { testDatabase } from '#tests/support/ground.ts'

const { db } = await testDatabase()

const unread = () => sql`select nothing_of_that_name from people where id = ${1}`.execute(db)
const divided = async (by: number) =>
  (await sql<{ is: number }>`select 6 / ${by}::int as is`.execute(db)).rows

test('asked in one turn, one that fails takes nothing of the others with it', async () => {
  const outcomes = await Promise.allSettled([divided(1), divided(0), unread(), divided(3)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(outcomes.at(-1)).toMatchObject({ value: [{ is: 2 }] })
})

const onPostgres = test.skipIf(!process.env['TEST_DATABASE_URL'])
const connectionOf = async (asker: Reader) =>
  (await sql<{ id: number }>`select pg_backend_pid() as id, ${1}::int as one`.execute(asker)).rows[0]?.id

onPostgres('asked in one turn, all go out on one connection; a transaction has its own', async () => {
  const one = await Promise.all([connectionOf(db), connectionOf(db), connectionOf(db)])
  expect(new Set(one).size).toBe(1)
  const [own, others] = await db
    .transaction()
    .execute(async (trx) => [
      await Promise.all([connectionOf(trx), connectionOf(trx)]),
      await Promise.all(Array.from({ length: 10 }, () => connectionOf(db))),
    ])
  expect(new Set(own).size).toBe(1)
  expect(others).not.toContain(own?.[0])
})

onPostgres('a connection that is cut takes its turn with it, and the next turn has another', async () => {
  const cut = sql`select pg_terminate_backend(pg_backend_pid()), ${1}::int`
  const outcomes = await Promise.allSettled([divided(1), cut.execute(db), divided(2)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await Promise.all([divided(1), divided(2)])).toEqual([[{ is: 6 }], [{ is: 3 }]])
})

onPostgres(
  'forty transactions among forty turns: each sees what it wrote and nothing of another',
  async () => {
    const name = 'tavolo.turn'
    const each = Array.from({ length: 40 }, async (_, n) => {
      const [inside, outside] = await Promise.all([
        db.transaction().execute(async (trx) => {
          await sql`select set_config(${name}, ${String(n)}, true)`.execute(trx)
          await connectionOf(trx)
          return (await sql<{ is: string }>`select current_setting(${name}) as is`.execute(trx)).rows[0]?.is
        }),
        sql<{ is: string | null }>`select nullif(current_setting(${name}, true), '') as is`.execute(db),
      ])
      return { inside, outside: outside.rows[0]?.is ?? null }
    })
    expect(await Promise.all(each)).toEqual(
      Array.from({ length: 40 }, (_, n) => ({ inside: String(n), outside: null })),
    )
  },
)
