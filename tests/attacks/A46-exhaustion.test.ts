import { request } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { listNeeds } from '#server/needs/index.ts'
import { actsByCapability } from '#server/platform.ts'
import { listMessages } from '#server/rooms/index.ts'
import { aDraftSurvey } from '#tests/support/surveys.ts'
import { aTalk } from '#tests/support/talk.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

let site: Served
let world: World
beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground, screens: true })
}, 180_000)
afterAll(() => site.close())

test.each([{ per_page: '1000000000' }, { limit: '1e9' }, { offset: '1000000000' }, { page: '999999999' }])(
  'a list has no size or offset to ask for (%o)',
  async (asked) => {
    await expect(listNeeds(world.ground, guest, asked as never)).rejects.toMatchObject({ kind: 'invalid' })
  },
)

test('a cursor that is not ours is refused or finds nothing, and never fails', async () => {
  for (const after of ['x', '0', '9999999999999999999', '2026-13-45~zzz', '~', 'a'.repeat(200)]) {
    const answer = await listNeeds(world.ground, guest, { after }).catch(
      (thrown: { kind?: string }) => thrown.kind,
    )
    expect(answer === 'invalid' || (typeof answer === 'object' && answer.needs.length <= 20), after).toBe(
      true,
    )
  }
})

test('history comes in pages of a fixed size, from any place in it', async () => {
  const consultation = await world.consultation()
  await expect(
    listMessages(world.ground, guest, { roomId: consultation.roomId, before: 1e15 as never }),
  ).rejects.toMatchObject({ kind: 'invalid' })
  await expect(
    listMessages(world.ground, guest, { roomId: consultation.roomId, before: -1 }),
  ).rejects.toMatchObject({ kind: 'invalid' })
})

test('a form larger than any honest one is not read', async () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${site.url}/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url, ...headers },
      body,
    })
  expect((await post(`email=${'a'.repeat(600_000)}`)).status).toBe(413)
  // A body of unknown length that never ends is refused at its first bytes; only the answer itself counts.
  const { port } = new URL(site.url)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const endless = request({
      port,
      path: '/sign-in',
      method: 'POST',
      headers: {
        Host: `localhost:${port}`,
        Origin: site.url,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Transfer-Encoding': 'chunked',
      },
    })
    endless.on('response', (answer) => {
      resolve(answer.statusCode)
      endless.destroy()
    })
    endless.on('error', reject)
    endless.write('a=1&'.repeat(1000))
  })
  expect(status).toBe(413)
})

test('a form of 10,000 fields is refused and the site goes on', async () => {
  const body = Array.from({ length: 10_000 }, (_, index) => `field${index}=x`).join('&')
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    body,
  })
  expect(answer.status).toBe(422)
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
})

test('no question to the platform takes a size or an offset, nor a place that is no place', () => {
  const queries = [...actsByCapability].flatMap(([capability, acts]) =>
    [...acts].flatMap(([name, act]) =>
      act.kind === 'query' ? [[`${capability}/${name}`, act.contract] as const] : [],
    ),
  )
  expect(queries.length).toBeGreaterThan(80)
  const sizes = [
    'limit',
    'offset',
    'per_page',
    'perPage',
    'page_size',
    'size',
    'count',
    'take',
    'skip',
    'first',
  ]
  let places = 0
  for (const [name, contract] of queries) {
    if (!(contract instanceof z.ZodObject)) throw new Error(`${name} takes no fields by name`)
    const wrongWith = (asked: object) => contract.safeParse(asked).error?.issues ?? []
    for (const size of sizes)
      expect(wrongWith({ [size]: '1000000000' }), name).toContainEqual(
        expect.objectContaining({ code: 'unrecognized_keys', keys: [size] }),
      )
    for (const place of ['after', 'before', 'page'].filter((each) => each in contract.shape)) {
      places += 1
      const always = ['a'.repeat(10_000), ['1', '2'], { a: 1 }]
      // What comes after is a mark of ours, which is read later; the others are numbers or ids.
      for (const nowhere of place === 'after'
        ? always
        : [...always, '-1', '1.5', 'Infinity', '9'.repeat(400)])
        expect(
          wrongWith({ [place]: nowhere }).map(({ path }) => path[0]),
          `${name} ${place}`,
        ).toContain(place)
    }
  }
  expect(places).toBeGreaterThan(20)
})

test('an answer to an answer, a thousand deep, and a thread of thousands are read in pages like any other', async () => {
  const talk = await aTalk(world)
  const rootOf = async (answers: number) => {
    const { id } = await talk.says(talk.ana, `first of ${answers}`)
    // Each answers the one before.
    await sql`with place as (update streams set last_seq = last_seq + ${answers} where id = ${talk.roomId} returning last_seq - ${answers} as seq),
        answer as (select gen_random_uuid() as id, n from generate_series(1, ${answers}::int) n)
      insert into messages (id, room_id, seq, author_id, thread_id, reply_to, language, text, client_id)
      select id, ${talk.roomId}, place.seq + n, ${talk.ana.id}, ${id}, coalesce(lag(id) over (order by n), ${id}), 'it', 'Risposta ' || n, gen_random_uuid()
      from answer, place`.execute(world.ground.db)
    await sql`analyze messages`.execute(world.ground.db)
    return id
  }
  const threads = { short: await rootOf(60), deep: await rootOf(1_000), long: await rootOf(4_000) }
  const read = async (path: string) => {
    const began = performance.now()
    const answer = await fetch(site.url + path, { headers: { Cookie: site.cookieOf(talk.ana) } })
    const { length } = await answer.text()
    expect(answer.status).toBe(200)
    return { length, milliseconds: performance.now() - began }
  }
  const pages = Object.fromEntries(
    Object.entries(threads).map(([name, id]) => [name, `/rooms/${talk.roomId}/threads/${id}`]),
  )
  const taken = new Map<string, { length: number; milliseconds: number }[]>()
  for (let turn = 0; turn < 5; turn += 1)
    for (const [name, path] of Object.entries(pages))
      taken.set(name, [...(taken.get(name) ?? []), await read(path)])
  const best = (name: string) => Math.min(...(taken.get(name) ?? []).map(({ milliseconds }) => milliseconds))
  const size = (name: string) => taken.get(name)?.[0]?.length ?? 0
  for (const name of ['deep', 'long']) {
    expect(size(name)).toBeLessThan(size('short') * 1.1)
    expect(best(name)).toBeLessThan(best('short') * 3 + 150)
  }
  expect((await read(`/rooms/${talk.roomId}`)).length).toBeLessThan(size('short') * 3)
})

const many = Array.from({ length: 10_000 }, (_, index) => index)

test('a question of 10,000 options is taken, and its pages stay what a phone can read', async () => {
  const { surveyId, chair } = await aDraftSurvey(world, {
    form: {
      survey: 'type | name | label\nselect_one much | one | Quale?',
      choices: `list_name | name | label\n${many.map((n) => `much | c${n} | Scelta ${n}`).join('\n')}`,
    },
  })
  for (const [page, most] of Object.entries({
    preview: 600_000,
    form: 60_000,
    print: 200_000,
    settings: 60_000,
  })) {
    const headers = { Cookie: site.cookieOf(chair) }
    const answer = await fetch(`${site.url}/surveys/${surveyId}/${page}`, { headers })
    expect(answer.status, page).toBe(200)
    expect((await answer.text()).length, page).toBeLessThan(most)
  }
}, 120_000)

test('a form of 10,000 questions is refused with why', async () => {
  const survey = `type | name | label\n${many.map((n) => `text | q${n} | Domanda ${n}`).join('\n')}`
  await expect(aDraftSurvey(world, { form: { survey } })).rejects.toThrow('sheet-too-large')
}, 120_000)
