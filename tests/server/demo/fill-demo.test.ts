import { expect, onTestFinished, test } from 'vitest'
import { migrate, pendingMigrations } from '#db/migrate.ts'
import { startAfresh, whatIsThere } from '#server/demo/records.ts'
import { anEmptyDatabase } from '#tests/support/ground.ts'

test('a filling that was cut off is thrown away whole: the next start builds everything anew', async () => {
  const { db, close } = await anEmptyDatabase('half_a_demo')
  onTestFinished(close)
  await db.insertInto('people').values({ email: 'ana@esempio.test', name: 'Ana', language: 'it' }).execute()
  expect(await whatIsThere(db)).toBe('half-a-demo')
  await startAfresh(db)
  await migrate(db)
  expect(await pendingMigrations(db)).toEqual([])
  expect(await whatIsThere(db)).toBe('nothing')
})
