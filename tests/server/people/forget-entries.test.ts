import { randomUUID } from 'node:crypto'
import { test } from 'vitest'
import { codeKeptDays, sessionKeptDays } from '#server/people/words.ts'
import { ago, aWorldInThePast, expectKept } from '#tests/support/forgotten.ts'

test('a code is forgotten, with its address, a day after it was used or ran out', async () => {
  const world = await aWorldInThePast()
  const { db } = world.ground
  const code = async (mark: string, expiresAt: Date, usedAt: Date | null = null) =>
    db
      .insertInto('signInCodes')
      .values({ email: `${mark}@codes.test`, codeHash: randomUUID(), expiresAt, usedAt })
      .execute()
  await code('ran-out', ago(codeKeptDays, -1))
  await code('just-ran-out', ago(codeKeptDays, 1))
  await code('used', ago(-1), ago(codeKeptDays, -1))
  await code('stands', ago(0, 60))
  await expectKept(world, { 'ran-out': false, 'just-ran-out': true, used: false, stands: true }, async () =>
    (await db.selectFrom('signInCodes').where('email', 'like', '%@codes.test').select('email').execute()).map(
      ({ email }) => email.split('@')[0] ?? '',
    ),
  )
})

test('a device is forgotten some time after it was left or ran out, and never one in use', async () => {
  const world = await aWorldInThePast()
  const { db } = world.ground
  const { id: personId } = await world.person()
  await db.deleteFrom('sessions').where('personId', '=', personId).execute()
  const session = async (device: string, expiresAt: Date, endedAt: Date | null = null) =>
    db
      .insertInto('sessions')
      .values({ personId, tokenHash: randomUUID(), device, expiresAt, endedAt })
      .execute()
  await session('ended', ago(-60), ago(sessionKeptDays, -1))
  await session('just-ended', ago(-60), ago(sessionKeptDays, 1))
  await session('ran-out', ago(sessionKeptDays, -1))
  await session('in-use', ago(-60))
  await expectKept(world, { ended: false, 'just-ended': true, 'ran-out': false, 'in-use': true }, async () =>
    (await db.selectFrom('sessions').where('personId', '=', personId).select('device').execute()).map(
      ({ device }) => device,
    ),
  )
})
