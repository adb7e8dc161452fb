import { afterAll, beforeAll, expect, test } from 'vitest'
import { listNeeds } from '#server/needs/index.ts'
import { listMessages } from '#server/rooms/index.ts'
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
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('a=1&'.repeat(1000)))
    },
  })
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    body: endless,
    duplex: 'half',
  }).catch(() => ({ status: 413 }))
  expect(answer.status).toBe(413)
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
