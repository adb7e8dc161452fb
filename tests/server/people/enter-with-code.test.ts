import { expect, test } from 'vitest'
import { enterWithCode, requestCode } from '#server/people/index.ts'
import { hashToken } from '#server/people/secrets.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function codeFor({ ground }: World, email: string): Promise<string> {
  await requestCode(ground, guest, { email })
  const mail = await ground.db
    .selectFrom('mails')
    .where('recipient', '=', email)
    .orderBy('createdAt', 'desc')
    .select('text')
    .executeTakeFirstOrThrow()
  return /\d{3} \d{3}/.exec(mail.text)?.[0] ?? ''
}

function anAddress(): string {
  return `${crypto.randomUUID()}@people.test`
}

test('the mailed code signs in once, and makes the account at the first entry', async () => {
  const world = await aWorld()
  const email = anAddress()
  const code = await codeFor(world, email)
  const entered = await enterWithCode(world.ground, guest, { email, code })
  expect(entered.isNew).toBe(true)
  await expect(enterWithCode(world.ground, guest, { email, code })).rejects.toMatchObject({ kind: 'invalid' })
})

test('the database keeps the hash of the token and never the token', async () => {
  const world = await aWorld()
  const email = anAddress()
  const entered = await enterWithCode(world.ground, guest, { email, code: await codeFor(world, email) })
  const session = await world.ground.db
    .selectFrom('sessions')
    .where('personId', '=', entered.personId)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(session.tokenHash).toBe(hashToken(entered.sessionToken))
  expect(JSON.stringify(session)).not.toContain(entered.sessionToken)
})

test('five wrong guesses spend the code, even all at once', async () => {
  const world = await aWorld()
  const email = anAddress()
  const code = await codeFor(world, email)
  const wrong = code.startsWith('9') ? '000000' : '999999'
  const guesses = await Promise.allSettled(
    Array.from({ length: 40 }, () => enterWithCode(world.ground, guest, { email, code: wrong })),
  )
  expect(guesses.every((guess) => guess.status === 'rejected')).toBe(true)
  await expect(enterWithCode(world.ground, guest, { email, code })).rejects.toMatchObject({ kind: 'invalid' })
})

test('a code is worth nothing after a quarter of an hour', async () => {
  const world = await aWorld()
  const email = anAddress()
  const code = await codeFor(world, email)
  world.ground.setNow(new Date(Date.now() + 16 * 60_000))
  await expect(enterWithCode(world.ground, guest, { email, code })).rejects.toMatchObject({ kind: 'invalid' })
})

test('asking for a code answers alike for known and unknown addresses', async () => {
  const world = await aWorld()
  const known = await world.person()
  const unknown = anAddress()
  expect(await requestCode(world.ground, guest, { email: known.email })).toEqual({ email: known.email })
  expect(await requestCode(world.ground, guest, { email: unknown })).toEqual({ email: unknown })
})

test('a field that is not in the contract is refused', async () => {
  const { ground } = await aWorld()
  await expect(
    requestCode(ground, guest, { email: anAddress(), role: 'administrator' }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    fields: { role: { reason: 'unknown-field' } },
  })
})
