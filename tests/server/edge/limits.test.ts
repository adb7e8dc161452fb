import { randomUUID } from 'node:crypto'
import { createClient, type RedisClientType } from 'redis'
import { expect, inject, onTestFinished, test } from 'vitest'
import { limitsOn } from '#server/limits.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { openLine } from '#tests/faults/place/line.ts'
import { served } from '#tests/support/served.ts'
import { aWorld } from '#tests/support/world.ts'

const redisUrl = inject('redisUrl')

test.skipIf(!redisUrl)(
  'a Redis that has stopped answering keeps nobody waiting, and opens no limit',
  async () => {
    const { hostname, port } = new URL(redisUrl)
    const line = await openLine(() => [{ host: hostname, port: Number(port || 6379) }], chanceFrom(1))
    const redis = (await createClient({ url: line.url.replace('http:', 'redis:') })
      .on('error', () => {})
      .connect()) as RedisClientType
    const limits = limitsOn(redis, 600)
    const key = randomUUID()
    await limits.take('message-by-person', key)

    line.trouble({ blackhole: true })
    const began = performance.now()
    const taken = await Promise.allSettled(
      Array.from({ length: 40 }, () => limits.take('message-by-person', key)),
    )
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    const again = performance.now()
    await limits.take('act-by-person', key)
    expect(performance.now() - again).toBeLessThan(50)

    redis.destroy()
    await line.close()
  },
)

async function aLimitedSite(pagesAMinute: number) {
  const world = await aWorld({ limited: true, settings: { pagesAMinute } })
  const site = await served({ ground: world.ground, screens: true })
  onTestFinished(() => site.close())
  return { world, site }
}

test('whoever asks for too many pages reads that, in their language and inside the frame, and when to come back', async () => {
  const { world, site } = await aLimitedSite(30)
  const hasty = await world.person({ language: 'ar', name: 'Rania' })
  const calm = await world.person()
  const visit = (who: typeof hasty) =>
    fetch(`${site.url}/me/devices`, { headers: { Cookie: site.cookieOf(who) } })
  for (let n = 0; n < 30; n += 1) expect((await visit(hasty)).status).toBe(200)

  const refused = await visit(hasty)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('cache-control')).toBe('private, no-store')
  const page = await refused.text()
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).toContain('Rania')
  expect(page).toContain('طلبات كثيرة')
  // The other door of the same questions is shut too; somebody else behind the same address is not kept out.
  const asked = await fetch(`${site.url}/api/v1/people/list-devices`, {
    headers: { Cookie: site.cookieOf(hasty) },
  })
  expect(asked.status).toBe(429)
  expect(await asked.json()).toMatchObject({ refusal: { kind: 'too-many', reason: 'too-many' } })
  expect((await visit(calm)).status).toBe(200)
}, 180_000)

test('forty guests behind one address are served, one machine that searches without end is not', async () => {
  const { site } = await aLimitedSite(30)
  const search = (word: string) => fetch(`${site.url}/api/v1/needs/list-needs?q=${word}`)
  await (await fetch(`${site.url}/help`)).text()
  for (let guest = 0; guest < 40; guest += 1)
    for (let n = 0; n < 7; n += 1) expect((await search(`parola${guest}x${n}`)).status).toBe(200)
  const more = await Promise.all(Array.from({ length: 40 }, (_none, n) => search(`altro${n}`)))
  expect(more.filter(({ status }) => status === 429).length).toBeGreaterThan(10)
  const page = await fetch(`${site.url}/needs?q=ancora`)
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)])
  expect(await page.text()).toContain('Troppe richieste in poco tempo')
  const form = await fetch(`${site.url}/feedback`, {
    method: 'POST',
    body: new URLSearchParams({ page: '/', useful: 'yes' }),
  })
  expect(form.status).toBe(429)
}, 180_000)
