import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { actsByCapability } from '#server/platform.ts'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { median } from '#tests/bench/figures.ts'
import { matrix } from './route-matrix.ts'
import { asFields, validBody } from './valid-bodies.ts'

let demo: TestDemo
let site: Served
let things: DemoThings
/** For each thing one that is not there. */
let absent: DemoThings

beforeAll(async () => {
  demo = await aDemo()
  const { db } = demo.ground
  things = await thingsOf(db)
  absent = Object.fromEntries(Object.keys(things).map((name) => [name, things.absent])) as DemoThings
  // All that happens in any consultation is now its members' alone, and these readers are members of none.
  await sql`update consultations set visibility = 'members'`.execute(db)
  await sql`delete from consultation_members`.execute(db)
  // One that is answered by link or by code is there for whoever has those.
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`update surveys set access = '{account,seat}'`.execute(trx)
  })
  site = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(async () => {
  await site.close()
  await demo.close()
})

/** What belongs to a table or to nobody stays as public as it was. */
const open = [
  'table',
  'seat',
  'organisation',
  'pendingOrganisation',
  'publicBody',
  'seatless',
  'openPollHash',
]
const isId = /^[\da-f]{8}-[\da-f-]{27}$/
/** Also the mark of a page's script, which is new each time. */
const anyId = /[\da-f]{8}-[\da-f-]{27}|[\w+/-]{22}==/g
const outsiders = ['guest', 'reader'] as const

const secret = Object.entries(matrix).flatMap(([route, { visits = [] }]) =>
  visits.flatMap((visit, index) => {
    const used: string[] = []
    const looking = new Proxy({} as DemoThings, { get: (_none, name) => void used.push(String(name)) })
    visit.path(looking)
    const isSecret =
      used.length > 0 && !used.every((name) => open.includes(name) || name.startsWith('absent'))
    return isSecret ? [[`${route} ${index + 1}`, visit] as const] : []
  }),
)

test('there is something to look for', () => {
  expect(secret.length).toBeGreaterThan(90)
})

test.each(secret)(
  '%s of a members-only consultation looks to others as if it were not there',
  async (_route, visit) => {
    for (const who of outsiders) {
      const seen = await look(visit.path(things), who)
      expect(seen, `${visit.path(things)} as ${who}`).toEqual(await look(visit.path(absent), who))
    }
  },
)

// On an embedded database the requests themselves take longer than all else here.
test.skipIf('dump' in inject('database')).each([
  ['consultation', (it: DemoThings) => `/consultations/${it.consultation}`],
  ['room', (it: DemoThings) => `/rooms/${it.room}`],
  ['need', (it: DemoThings) => `/needs/${it.need}`],
  ['survey', (it: DemoThings) => `/surveys/${it.openSurvey}`],
] as const)(
  'nor can a members-only %s be told by the time from one that is not there',
  async (_place, path) => {
    const apart = await apartBy(path)
    // Others are at work on this machine too: what seems apart is asked once more.
    expect(apart < 5 ? apart : await apartBy(path)).toBeLessThan(5)
  },
  120_000,
)

/** How far apart the medians of two hundred each lie, asked in turns, in milliseconds. */
async function apartBy(path: (it: DemoThings) => string): Promise<number> {
  const times: Record<'secret' | 'absent', number[]> = { secret: [], absent: [] }
  for (let sample = 0; sample < 200; sample += 1) {
    // Neither is always the one that comes after the other.
    for (const kind of sample % 2 ? (['secret', 'absent'] as const) : (['absent', 'secret'] as const)) {
      const began = performance.now()
      const { status } = await look(path(kind === 'secret' ? things : absent), 'reader')
      times[kind].push(performance.now() - began)
      expect(status).toBe(404)
    }
  }
  return Math.abs(median(times.secret) - median(times.absent))
}

const queries = [...actsByCapability].flatMap(([capability, acts]) =>
  [...acts].flatMap(([name, act]) => {
    if (act.kind !== 'query') return []
    const schema = z.toJSONSchema(act.contract, { io: 'input', unrepresentable: 'any' })
    const named = Object.keys(schema.properties ?? {}).filter(
      (field) => field.endsWith('Id') && !open.includes(field.slice(0, -2)),
    )
    return named.length > 0 ? [[`${capability}/${name}`, named] as const] : []
  }),
)

test.each(queries)('the API answers %s about it as if it were not there', async (name, fields) => {
  const path = addressOf(name)
  for (const who of outsiders) {
    for (const field of fields) {
      const thing = field.slice(0, -2) as keyof DemoThings
      for (const [at, id] of Object.entries(things)) {
        if (!at.toLowerCase().includes(thing.toLowerCase()) || open.includes(at) || !isId.test(id)) continue
        // Not both at once: of files only one is made at a time for a person.
        const one = await look(`${path}?${field}=${id}`, who)
        const other = await look(`${path}?${field}=${things.absent}`, who)
        expect(one, `${path} ${at} as ${who}`).toEqual(other)
      }
    }
  }
})

const commands = [...actsByCapability].flatMap(([capability, acts]) =>
  [...acts].flatMap(([name, act]) =>
    // What a person does to their own account is about nothing secret, and signing out would end all that follows.
    act.kind === 'command' && capability !== 'people'
      ? [[`${capability}/${name}`, act.contract] as const]
      : [],
  ),
)

test.each(commands)('the API refuses %s on it as if it were not there', async (name, contract: z.ZodType) => {
  const asked = async (given: DemoThings) => {
    const body = validBody(name, contract, given, {})
    const answer = await fetch(`${site.url}${addressOf(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: await demo.cookieOf('reader') },
      body: JSON.stringify(asFields(body, contract)),
    })
    return { status: answer.status, said: (await answer.text()).replace(anyId, 'ID') }
  }
  const stays = Object.fromEntries(open.map((name) => [name, things[name as keyof DemoThings]]))
  expect(await asked(things)).toEqual(await asked({ ...absent, ...stays }))
})

function addressOf(name: string): string {
  return `/api/v1/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

async function look(path: string, who: (typeof outsiders)[number]) {
  const answer = await fetch(site.url + path, {
    headers: who === 'guest' ? {} : { Cookie: await demo.cookieOf(who) },
    redirect: 'manual',
  })
  const said = `${answer.headers.get('location') ?? ''} ${await answer.text()}`
  return { status: answer.status, said: said.replace(anyId, 'ID') }
}
