import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { requestCode } from '#server/people/index.ts'
import { actsByCapability } from '#server/platform.ts'
import { theDemo, type TestDemo } from '#tests/support/demo.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'
import { thingsOf } from './demo-things.ts'
import { matrix } from './route-matrix.ts'
import { rowsOfEverything } from './rows-of-everything.ts'

let site: Served
let world: World
let demo: TestDemo
let filled: Served
beforeAll(async () => {
  world = await aWorld({ settings: { demo: true } })
  site = await served({ ground: world.ground, screens: true })
  demo = await theDemo()
  filled = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(async () => {
  await site.close()
  await filled.close()
})

async function rename(headers: Record<string, string>): Promise<{ status: number; name: string }> {
  const person = await world.person({ name: 'Prima' })
  const answer = await fetch(`${site.url}/api/v1/people/edit-profile`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: site.cookieOf(person), ...headers },
    body: JSON.stringify({ name: 'Dopo', language: 'it' }),
  })
  const { name } = await world.ground.db
    .selectFrom('people')
    .where('id', '=', person.id)
    .select('name')
    .executeTakeFirstOrThrow()
  return { status: answer.status, name }
}

test.each([
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'http://localhost.evil.example' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' },
])('a change that comes from elsewhere changes nothing (%o)', async (headers) => {
  expect(await rename(headers as Record<string, string>)).toEqual({ status: 403, name: 'Prima' })
})

test('a change from our own page is made', async () => {
  expect(await rename({ Origin: site.url, 'Sec-Fetch-Site': 'same-origin' })).toEqual({
    status: 200,
    name: 'Dopo',
  })
})

test('a command cannot be asked by GET', async () => {
  const person = await world.person({ name: 'Prima' })
  const answer = await fetch(`${site.url}/api/v1/people/edit-profile?name=Dopo&language=it`, {
    headers: { Cookie: site.cookieOf(person) },
  })
  expect(answer.status).toBe(404)
})

/** What a browser says of a change that a page of another site sends, that one without an origin, and a sister site. */
const elsewhere = {
  'another site': { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
  'another site, in a browser that says no more': { Origin: 'https://evil.example' },
  'a page without an origin': { Origin: 'null' },
  'a sister site': { Origin: 'http://sister.localhost', 'Sec-Fetch-Site': 'same-site' },
  'no origin, from another site': { 'Sec-Fetch-Site': 'cross-site' },
}

/** A form of another site can send the first three; the last needs a script that may. */
const bodies: Record<string, () => { type?: string; body: BodyInit }> = {
  urlencoded: () => ({ body: new URLSearchParams({ regionCode: '19', language: 'ar' }) }),
  multipart: () => {
    const form = new FormData()
    form.append('language', 'ar')
    return { body: form }
  },
  'JSON as plain text': () => ({ type: 'text/plain', body: '{"language":"ar"}' }),
  JSON: () => ({ type: 'application/json', body: '{"language":"ar"}' }),
}

test('no form and no command is taken from elsewhere, in whatever body it comes', async () => {
  const things = await thingsOf(demo.ground.db)
  const forms = Object.values(matrix).flatMap(({ changes = [] }) =>
    changes.map((change) => change.path(things)),
  )
  const commands = [...actsByCapability].flatMap(([capability, acts]) =>
    [...acts].flatMap(([name, { kind }]) =>
      kind === 'command' ? [`/api/v1/${capability}/${inAddress(name)}`] : [],
    ),
  )
  expect([forms.length > 150, commands.length > 150]).toEqual([true, true])
  const Cookie = await demo.cookieOf('coordinator')
  const before = await rowsOfEverything(demo.ground.db, { leftOut: [] })
  const taken: string[] = []
  // Where the run must be short, from each place one body: over all addresses each with each.
  const isShort = 'dump' in inject('database')
  for (const [turn, path] of [...forms, ...commands].entries()) {
    const attempts = Object.entries(elsewhere).flatMap(([from, headers], place) =>
      Object.entries(bodies).map(async ([how, made], kind, { length }) => {
        if (isShort && kind !== (turn + place) % length) return
        const { type, body } = made()
        const answer = await fetch(filled.url + path, {
          method: 'POST',
          headers: { ...headers, ...(type ? { 'Content-Type': type } : {}), Cookie },
          body,
          redirect: 'manual',
        })
        const said = `${answer.status} ${await answer.text()} ${answer.headers.getSetCookie().join()}`
        if (said !== '403 Forbidden ') taken.push(`${path} from ${from}, ${how}: ${said.slice(0, 80)}`)
      }),
    )
    await Promise.all(attempts)
  }
  expect(taken).toEqual([])
  expect(await rowsOfEverything(demo.ground.db, { leftOut: [] })).toEqual(before)
}, 240_000)

function inAddress(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

test('nobody is signed in by a page of another site, as whom it likes', async () => {
  const email = `${crypto.randomUUID()}@people.test`
  await requestCode(world.ground, guest, { email })
  const [mail] = await mailsTo(world.ground, email)
  const code = /\d{3} \d{3}/.exec(mail?.text ?? '')?.[0] ?? ''
  const persona = 'reader'
  await world.ground.db.updateTable('people').set({ persona: null }).where('persona', '=', persona).execute()
  const { id } = await world.person()
  await world.ground.db.updateTable('people').set({ persona }).where('id', '=', id).execute()
  const doors: [string, Record<string, string>][] = [
    ['/sign-in/code', { email, code }],
    ['/api/v1/people/enter-with-code', { email, code }],
    ['/demo/sign-in', { persona }],
    ['/api/v1/people/enter-as-persona', { persona }],
  ]
  const enter = async (path: string, fields: Record<string, string>, headers: Record<string, string>) => {
    const isApi = path.startsWith('/api')
    const answer = await fetch(site.url + path, {
      method: 'POST',
      headers: { ...headers, ...(isApi ? { 'Content-Type': 'application/json' } : {}) },
      body: isApi ? JSON.stringify(fields) : new URLSearchParams(fields),
      redirect: 'manual',
    })
    return answer.headers.getSetCookie().some((cookie) => cookie.startsWith('__Host-tavolo='))
  }
  for (const [path, fields] of doors)
    for (const [from, headers] of Object.entries(elsewhere))
      expect(await enter(path, fields, headers), `${path} from ${from}`).toBe(false)
  const ours = { Origin: site.url, 'Sec-Fetch-Site': 'same-origin' }
  // The code is spent by neither of the attempts: at our own page it still signs in.
  for (const [path, fields] of doors.filter(([each]) => each !== '/api/v1/people/enter-with-code'))
    expect(await enter(path, fields, ours), path).toBe(true)
})
