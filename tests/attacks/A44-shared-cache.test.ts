import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { theDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import { cachingProxy, madeFor } from './caching-proxy.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { matrix } from './route-matrix.ts'

test('the proxy shows others what HTTP lets it, and keeps apart what Vary says', async () => {
  const says: Record<string, Record<string, string>> = {
    '/nothing-said': {},
    '/public': { 'Cache-Control': 'public' },
    '/max-age': { 'Cache-Control': 'max-age=60' },
    '/s-maxage': { 'Cache-Control': 'max-age=0, s-maxage=60' },
    '/stale': { 'Cache-Control': 'max-age=0, stale-while-revalidate=60' },
    '/for-all-cookies': { 'Cache-Control': 'max-age=60', Vary: 'Accept-Language' },
    '/by-cookie': { 'Cache-Control': 'max-age=60', Vary: 'Cookie' },
    '/private': { 'Cache-Control': 'private, max-age=60' },
    '/no-store': { 'Cache-Control': 'no-store' },
    '/no-cache': { 'Cache-Control': 'public, no-cache' },
    '/over': { 'Cache-Control': 'max-age=0' },
    '/vary-star': { 'Cache-Control': 'max-age=60', Vary: '*' },
  }
  const origin = createServer((request, response) => {
    response.writeHead(200, says[request.url ?? '']).end(request.headers.cookie)
  })
  await new Promise<void>((resolve) => void origin.listen(0, '127.0.0.1', resolve))
  const proxy = await cachingProxy(`http://127.0.0.1:${(origin.address() as AddressInfo).port}`)
  onTestFinished(async () => {
    await proxy.close()
    origin.close()
  })
  const mixed: string[] = []
  for (const path of Object.keys(says)) {
    const shown = async (Cookie: string) => (await fetch(proxy.url + path, { headers: { Cookie } })).text()
    await shown('a=1')
    if ((await shown('a=2')) === 'a=1') mixed.push(path)
  }
  expect(mixed).toEqual(['/nothing-said', '/public', '/max-age', '/s-maxage', '/stale', '/for-all-cookies'])
})

let demo: TestDemo
let site: Served
let proxy: Awaited<ReturnType<typeof cachingProxy>>
let things: DemoThings
/** Whoever signed in reads in the language that they chose; a guest in that of the browser. */
let askers: { cookie?: string; language: string; name: string | null }[]

beforeAll(async () => {
  demo = await theDemo()
  things = await thingsOf(demo.ground.db)
  site = await served({ ground: demo.ground, screens: true })
  proxy = await cachingProxy(site.url)
  const person = async (persona: 'association-president' | 'table-chair') => {
    const { name, language } = await demo.ground.db
      .selectFrom('people')
      .where('persona', '=', persona)
      .select(['name', 'language'])
      .executeTakeFirstOrThrow()
    return { cookie: await demo.cookieOf(persona), language, name }
  }
  const guest = { language: 'it', name: null }
  // The last asks what the guest before them was shown a moment ago: that one is of the node's own copies too.
  askers = [
    await person('association-president'),
    await person('table-chair'),
    guest,
    { ...guest, language: 'ar' },
    guest,
  ]
}, 400_000)
afterAll(async () => {
  await proxy.close()
  await site.close()
})

/** One address of each fifth route: all of them would take longer than a run may. */
function addresses(): string[] {
  const all = Object.values(matrix).flatMap(({ visits = [], changes = [] }) => {
    const [first] = visits.length > 0 ? visits : changes
    return first ? [first.path(things)] : []
  })
  return all.filter((_, index) => index % 5 === 0)
}

test('behind a cache that keeps all it may, everybody is shown what was made for them, in their language', async () => {
  let pages = 0
  for (const path of addresses()) {
    for (const { cookie, language, name } of askers) {
      const said = `${path} for ${name ?? `a guest in ${language}`}`
      const answer = await fetch(proxy.url + path, {
        // Signed in, they all come with the same words, so that nothing but the cookie tells them apart.
        headers: cookie ? { 'Accept-Language': 'it', Cookie: cookie } : { 'Accept-Language': language },
        redirect: 'manual',
      })
      const body = await answer.text()
      expect([null, cookie ?? 'nobody'], said).toContain(answer.headers.get(madeFor))
      if (cookie) expect(answer.headers.get('cache-control'), said).toBe('private, no-store')
      const vary = answer.headers.get('vary') ?? ''
      for (const header of ['Cookie', 'Accept-Language']) expect(vary, said).toContain(header)
      if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
      pages += 1
      expect(/<html lang="(\w+)"/.exec(body)?.[1], said).toBe(language)
      expect(/<bdi class="drop-name">([^<]*)</.exec(body)?.[1] ?? null, said).toBe(name)
    }
  }
  expect(pages).toBeGreaterThan(100)
}, 240_000)
