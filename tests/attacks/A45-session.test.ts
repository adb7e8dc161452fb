import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World
beforeAll(async () => {
  world = await aWorld({ settings: { demo: true } })
  site = await served({ ground: world.ground })
})
afterAll(() => site.close())

async function whoAmI(cookie: string): Promise<Response> {
  return fetch(`${site.url}/api/v1/people/show-profile`, { headers: { Cookie: cookie } })
}

test('entering gives a token of its own, whatever cookie was sent along', async () => {
  const persona = 'reader'
  await world.ground.db.updateTable('people').set({ persona: null }).where('persona', '=', persona).execute()
  const person = await world.person()
  await world.ground.db.updateTable('people').set({ persona }).where('id', '=', person.id).execute()
  const planted = newToken()
  const answer = await fetch(`${site.url}/api/v1/people/enter-as-persona`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: `__Host-tavolo=${planted}` },
    body: JSON.stringify({ persona }),
  })
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-tavolo=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=\d+$/)
  expect(cookie).not.toContain(planted)
  expect(await answer.text()).not.toContain('token')
  expect((await whoAmI(`__Host-tavolo=${planted}`)).status).toBe(403)
  expect((await whoAmI(cookie.split(';')[0] ?? '')).status).toBe(200)
})

test.each(['../../etc/passwd', "' or 1=1 --", 'a'.repeat(5000), '%00', '{"id":1}'])(
  'a token of "%.20s" is nobody',
  async (token) => {
    expect((await whoAmI(`__Host-tavolo=${token}`)).status).toBe(403)
  },
)

test('a session that was ended, or ran out, is nobody', async () => {
  const person = await world.person()
  await world.ground.db
    .updateTable('sessions')
    .set({ endedAt: new Date() })
    .where('id', '=', person.sessionId)
    .execute()
  expect((await whoAmI(site.cookieOf(person))).status).toBe(403)
  const other = await world.person()
  await world.ground.db
    .updateTable('sessions')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('id', '=', other.sessionId)
    .execute()
  expect((await whoAmI(site.cookieOf(other))).status).toBe(403)
})

test('a token a day old is exchanged for a fresh one, and the old one stops after a minute', async () => {
  const person = await world.person()
  const dayAgo = new Date(Date.now() - 25 * 3_600_000)
  await world.ground.db
    .updateTable('sessions')
    .set({ rotatedAt: dayAgo })
    .where('id', '=', person.sessionId)
    .execute()
  const answer = await whoAmI(site.cookieOf(person))
  const fresh = /__Host-tavolo=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  expect(fresh).not.toBe('')
  expect(fresh).not.toBe(person.token)
  const session = await world.ground.db
    .selectFrom('sessions')
    .where('id', '=', person.sessionId)
    .select('tokenHash')
    .executeTakeFirstOrThrow()
  expect(session.tokenHash).toBe(hashToken(fresh))
  // A second tab that sent the old cookie at the same moment is still let in.
  expect((await whoAmI(site.cookieOf(person))).status).toBe(200)
  await world.ground.db
    .updateTable('sessions')
    .set({ rotatedAt: new Date(Date.now() - 61_000) })
    .where('id', '=', person.sessionId)
    .execute()
  expect((await whoAmI(site.cookieOf(person))).status).toBe(403)
})
