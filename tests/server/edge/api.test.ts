import { afterAll, beforeAll, expect, test } from 'vitest'
import { actsByCapability } from '#server/platform.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World
beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground })
})
afterAll(() => site.close())

test('every act is described from its own contract', async () => {
  const described = (await (await fetch(`${site.url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, { post?: object; get?: object }>
  }
  const acts = [...actsByCapability.values()].reduce((sum, each) => sum + each.size, 0)
  expect(Object.keys(described.paths)).toHaveLength(acts)
  expect(described.paths['/people/edit-profile']?.post).toMatchObject({
    requestBody: {
      content: {
        'application/json': { schema: { additionalProperties: false, required: ['name', 'language'] } },
      },
    },
  })
})

test('a refusal answers its kind, its reason and what is wrong at each field', async () => {
  const person = await world.person()
  const answer = await fetch(`${site.url}/api/v1/people/edit-profile`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: site.cookieOf(person) },
    body: JSON.stringify({ name: '', language: 'xx' }),
  })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toEqual({
    refusal: {
      kind: 'invalid',
      reason: 'fields',
      fields: { name: { reason: 'too-short' }, language: { reason: 'not-in-list' } },
    },
  })
})

function ask(path: string, body: string): Promise<Response> {
  return fetch(`${site.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
}

test('an act that is not there and a body that is not JSON are refused plainly', async () => {
  expect((await ask('people/no-such-act', '{}')).status).toBe(404)
  expect((await ask('people/request-code', '{"email":')).status).toBe(400)
  expect((await ask('people/request-code', JSON.stringify({ email: 'a'.repeat(200_000) }))).status).toBe(413)
})

test('a guest is told to sign in first', async () => {
  const answer = await fetch(`${site.url}/api/v1/people/list-devices`)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ refusal: { reason: 'sign-in-first' } })
})
