import { request, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World

beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground, screens: true })
}, 180_000)
afterAll(() => site.close())

const decompress = { br: brotliDecompressSync, gzip: gunzipSync } as const

/** As it came over the wire, which `fetch` would decompress. */
async function visit(path: string, headers: Record<string, string>, method = 'GET') {
  const answer = await new Promise<{ headers: IncomingHttpHeaders; body: Promise<Buffer> }>(
    (resolve, reject) =>
      request(site.url + path, { method, headers }, (response) =>
        resolve({ headers: response.headers, body: buffer(response) }),
      )
        .on('error', reject)
        .end(),
  )
  const body = await answer.body
  const encoding = answer.headers['content-encoding'] as keyof typeof decompress | undefined
  return {
    encoding,
    headers: answer.headers,
    body,
    page: String(encoding ? decompress[encoding](body) : body),
  }
}

/** Without what is new in each copy. */
const theSame = (page: string) => page.replaceAll(/"[\w-]{22}\\?"|[\da-f]{8}-[\da-f-]{27}/g, '')

test.each(['a page without scripts', 'a live page'])(
  '%s is compressed as the browser wishes',
  async (which) => {
    const { roomId } = await world.consultation()
    const person = await world.person()
    const path = which === 'a live page' ? `/rooms/${roomId}` : '/needs'
    for (const cookie of [undefined, site.cookieOf(person)]) {
      const who: Record<string, string> = cookie ? { Cookie: cookie } : {}
      const plain = await visit(path, who)
      expect(plain.encoding).toBeUndefined()
      expect(plain.page).toContain('</html>')
      for (const [wish, encoding] of [
        ['gzip, deflate, br, zstd', 'br'],
        ['gzip, deflate', 'gzip'],
        ['br;q=0, gzip', 'gzip'],
        ['identity', undefined],
      ] as const) {
        const sent = await visit(path, { ...who, 'Accept-Encoding': wish })
        expect(sent.encoding, wish).toBe(encoding)
        expect(theSame(sent.page), wish).toBe(theSame(plain.page))
        expect(sent.headers['content-length'], wish).toBe(String(sent.body.length))
        expect(sent.headers.vary, wish).toContain('Accept-Encoding')
        if (encoding) expect(sent.body.length).toBeLessThan(plain.body.length / 2)
      }
    }
  },
)

test('whoever asks only for its head is sent no page', async () => {
  const { body, encoding } = await visit('/needs', { 'Accept-Encoding': 'br' }, 'HEAD')
  expect(body).toHaveLength(0)
  expect(encoding).toBeUndefined()
})

test('forty at once are each sent their own page, whole and compressed as they wish', async () => {
  const { roomId } = await world.consultation()
  const people = await Promise.all(
    ['Merlo Bianco', 'Merlo Rosso'].map(async (name) => world.person({ name })),
  )
  const visits = Array.from({ length: 40 }, async (_, n) => {
    const person = people[n % 3]
    const wish = (['br', 'gzip'] as const)[n % 2] ?? 'br'
    const path = n % 4 < 2 ? '/needs' : `/rooms/${roomId}`
    const { encoding, page } = await visit(path, {
      'Accept-Encoding': wish,
      ...(person ? { Cookie: site.cookieOf(person) } : {}),
    })
    expect(encoding).toBe(wish)
    expect(page.trimEnd()).toMatch(/<\/html>|<\/script>$/)
    for (const other of people) expect(page.includes(other.name)).toBe(other === person)
  })
  await Promise.all(visits)
})
