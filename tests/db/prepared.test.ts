import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/ground.ts'

const { db } = await testDatabase()

const unread = () => sql`select nothing_of_that_name from people where id = ${1}`.execute(db)
const divided = async (by: number) =>
  (await sql<{ is: number }>`select 6 / ${by}::int as is`.execute(db)).rows

test('a statement that fails, as it is read or as it runs, takes nothing of the next one with it', async () => {
  for (let n = 0; n < 3; n += 1) {
    await expect(unread()).rejects.toThrow('nothing_of_that_name')
    await expect(divided(0)).rejects.toThrow('division by zero')
    expect(await divided(2)).toEqual([{ is: 3 }])
  }
})

test('asked forty times at once, the same words are answered each with its own values', async () => {
  const answers = await Promise.all(
    Array.from(
      { length: 40 },
      async (_, n) => (await sql<{ n: number }>`select ${n}::int as n`.execute(db)).rows,
    ),
  )
  expect(answers).toEqual(Array.from({ length: 40 }, (_, n) => [{ n }]))
})

test('what fails inside a transaction is undone, and the connection goes on', async () => {
  const broken = db.transaction().execute(async (trx) => {
    await sql`select set_config('tavolo.tried', ${'yes'}, true)`.execute(trx)
    await sql`select 1 / ${0}::int`.execute(trx)
  })
  await expect(broken).rejects.toThrow('division by zero')
  const { rows } = await sql<{
    tried: string | null
  }>`select current_setting('tavolo.tried', ${true}::bool) as tried`.execute(db)
  expect(rows[0]?.tried ?? '').toBe('')
})
