import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { appointOfficial, endOfficial, nameAdministrator } from '#server/officials/index.ts'
import { endOtherSessions, requestCode } from '#server/people/index.ts'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

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

test('a session that somebody knows before a sign-in is not the one after it, and ends with it', async () => {
  const [known, other] = [await world.person(), await world.person()]
  const email = `${crypto.randomUUID()}@people.test`
  await requestCode(world.ground, guest, { email })
  const [mail] = await mailsTo(world.ground, email)
  const code = /\d{3} \d{3}/.exec(mail?.text ?? '')?.[0] ?? ''
  world.ground.ended.length = 0
  const enter = async (cookie: string) =>
    fetch(`${site.url}/api/v1/people/enter-with-code`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: JSON.stringify({ email, code }),
    })
  const answer = await enter(site.cookieOf(known))
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect(cookie).toMatch(/^__Host-tavolo=[\w-]{43}$/)
  expect(cookie).not.toBe(site.cookieOf(known))
  expect((await whoAmI(site.cookieOf(known))).status).toBe(403)
  expect(world.ground.ended).toEqual([known.sessionId])
  const shown = (await (await whoAmI(cookie)).json()) as { answer: { email: string } }
  expect(shown.answer.email).toBe(email)
  // A code that is wrong by now ends nothing.
  expect((await enter(site.cookieOf(other))).status).toBe(422)
  expect((await whoAmI(site.cookieOf(other))).status).toBe(200)
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

test('signing out of all other devices leaves this one alone, and nobody else’s', async () => {
  const [person, other] = [await world.person(), await world.person()]
  const tokens = await Promise.all(Array.from({ length: 3 }, () => aSessionOf(person)))
  world.ground.ended.length = 0
  await endOtherSessions(world.ground, person, {})
  // Their live connections are told to close.
  expect(world.ground.ended.toSorted()).toEqual(tokens.map(({ id }) => id).toSorted())
  for (const each of tokens) expect((await whoAmI(site.cookieOf(each))).status).toBe(403)
  for (const each of [person, other]) expect((await whoAmI(site.cookieOf(each))).status).toBe(200)
})

async function aSessionOf({ id: personId }: { id: string }): Promise<{ token: string; id: string }> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + 86_400_000)
  const { id } = await world.ground.db
    .insertInto('sessions')
    .values({ personId, tokenHash: hashToken(token), expiresAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { token, id }
}

type Whom = { id: string; email: string }
const offices: [string, (whom: Whom) => Promise<unknown>, (whom: Whom) => Promise<unknown>][] = [
  ...['16', 'coordinator'].map((office): (typeof offices)[number] => [
    `the office "${office}"`,
    async ({ email }) => appointOfficial(world.ground, await anAdministrator(), { email, office }),
    async ({ id }) => endOfficial(world.ground, await anAdministrator(), { personId: id, office }),
  ]),
  [
    'the office of an administrator',
    ({ email }) => nameAdministrator(world.ground.db, { email, ends: false }),
    ({ email }) => nameAdministrator(world.ground.db, { email, ends: true }),
  ],
]

function anAdministrator() {
  return world.person({ roles: ['administrator'] })
}

test.each(offices)(
  'giving or taking %s ends every session that was made before',
  async (name, give, take) => {
    const [person, other] = [await world.person(), await world.person()]
    for (const change of [give, take]) {
      const before = [await aSessionOf(person), await aSessionOf(person)]
      for (const each of before) expect((await whoAmI(site.cookieOf(each))).status).toBe(200)
      world.ground.ended.length = 0
      await change(person)
      for (const each of before) expect((await whoAmI(site.cookieOf(each))).status).toBe(403)
      // Live connections are told to close; beside the database there is nobody to tell, and nodes find it out by asking.
      if (!name.includes('administrator'))
        expect(world.ground.ended).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
      // Whoever has it already, or has it no more, is not signed out again.
      const after = await aSessionOf(person)
      await change(person).catch(() => {})
      expect((await whoAmI(site.cookieOf(after))).status).toBe(200)
    }
    expect((await whoAmI(site.cookieOf(other))).status).toBe(200)
  },
)

// The embedded database has one connection, where nothing is ever between the two.
test.skipIf('dump' in inject('database'))(
  'a sign-in that is under way while an office is given does not slip through with it',
  async () => {
    const person = await world.person()
    const token = newToken()
    const expiresAt = new Date(Date.now() + 86_400_000)
    const steps: string[] = []
    const given = await world.ground.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('sessions')
        .values({ personId: person.id, tokenHash: hashToken(token), expiresAt })
        .execute()
      const giving = anAdministrator()
        .then((by) => appointOfficial(world.ground, by, { email: person.email, office: '18' }))
        .then(() => steps.push('given'))
      await new Promise((resolve) => setTimeout(resolve, 300))
      steps.push('signed in')
      return { giving }
    })
    await given.giving
    expect(steps).toEqual(['signed in', 'given'])
    expect((await whoAmI(site.cookieOf({ token }))).status).toBe(403)
  },
)
