import { afterAll, beforeAll, expect, test } from 'vitest'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World
beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground })
})
afterAll(() => site.close())

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
