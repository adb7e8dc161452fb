import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { actsByCapability } from '#server/platform.ts'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import type { DemoThings } from './demo-things.ts'
import { poisonedBodies, poisonedNames } from './poison.ts'
import { matrix } from './route-matrix.ts'
import { thingsToChange } from './things-to-change.ts'
import { undone } from './undone.ts'
import { asFields, fieldsOf, validBody } from './valid-bodies.ts'

let demo: TestDemo
let site: Served
let things: DemoThings

// They are compared and not frozen: files of tests share a process, and would be handed frozen ones from here on.
const prototypes = [
  Object,
  Array,
  Function,
  String,
  Number,
  Map,
  Set,
  Promise,
  URLSearchParams,
  FormData,
  Headers,
]
let asTheyWere: unknown[]
let requests = 0

// Two thousand requests: on an embedded database they would take a third of what all tests may.
describe.skipIf('dump' in inject('database'))('on Postgres', () => {
  beforeAll(async () => {
    demo = await aDemo()
    things = await thingsToChange(demo.ground.db)
    site = await served({ ground: { ...demo.ground, db: undone(demo.ground.db) }, screens: true })
    // What a server puts in place of its own is there from its first answer on.
    await send('/')
    asTheyWere = everythingOnThem()
  }, 400_000)
  afterAll(async () => {
    await site.close()
    await demo.close()
  })

  const acts = [...actsByCapability].flatMap(([capability, doors]) =>
    [...doors].map(([name, act]) => [`${capability}/${name}`, act] as const),
  )
  const forms = Object.entries(matrix).flatMap(([route, { changes = [] }]) =>
    changes.map((change, index) => [`${route} ${index + 1}`, change] as const),
  )

  test.each(acts)('%s by a script', async (path, { kind, contract }) => {
    const whole = asFields(validBody(path, contract, things, {}), contract)
    const address = `/api/v1/${path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    if (kind === 'command')
      for (const body of poisonedBodies(contract, whole)) await send(address, 'application/json', body)
    else
      for (const name of poisonedNames(Object.keys(fieldsOf(contract).properties ?? {})[0] ?? 'a')) {
        const query = new URLSearchParams({ ...(whole as Record<string, string>), [name]: 'polluted' })
        await send(`${address}?${query}`)
      }
    expectUnchanged()
  })

  test.each(forms)('%s by a form', async (_route, change) => {
    const path = change.path(things)
    const names = poisonedNames('text')
    const fields = new URLSearchParams(names.map((name) => [name, 'polluted']))
    await send(`${path}.data`, 'application/x-www-form-urlencoded', String(fields))
    const parts = new FormData()
    for (const name of names) parts.append(name, 'polluted')
    for (const name of names) parts.append(name, new File(['polluted'], '__proto__'))
    await send(`${path}.data`, undefined, parts)
    await send(`${path}.data?${fields}`, 'application/x-www-form-urlencoded', 'polluted=1&__proto__=1')
    expectUnchanged()
  })

  test('they were two thousand, and no prototype is another', () => {
    expect(requests).toBeGreaterThan(2_000)
    expectUnchanged()
  })
})

function expectUnchanged(): void {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined()
  const now = everythingOnThem()
  expect(now.length).toBe(asTheyWere.length)
  expect(now.filter((each, place) => each !== asTheyWere[place])).toEqual([])
}

/** The names on each prototype and what each of them is, the same things in the same places as long as nobody changes one. */
function everythingOnThem(): unknown[] {
  return prototypes.flatMap(({ prototype }) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, each]) => [
      name,
      each.value as unknown,
      each.get,
      each.set,
    ]),
  )
}

async function send(address: string, type?: string, body?: BodyInit): Promise<void> {
  requests += 1
  const answer = await fetch(site.url + address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Cookie: await demo.cookieOf('table-chair'),
      Origin: site.url,
      ...(type ? { 'Content-Type': type } : {}),
    },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  })
  const said = await answer.text()
  expect(answer.status, `${address} ${said.slice(0, 200)}`).toBeLessThan(500)
}
