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

async function addressIn(path: string, language: string): Promise<string> {
  const page = await (await fetch(site.url + path, { headers: { 'Accept-Language': language } })).text()
  return /<link id="words"[^>]* href="([^"]+)"/.exec(page)?.[1] ?? ''
}

test('a live page says where its words are, and they are in its language, the same for everybody, and kept for good', async () => {
  const { roomId } = await world.consultation()
  const person = await world.person()
  for (const [language, send] of [
    ['it', 'Invia'],
    ['ar', 'إرسال'],
  ] as const) {
    const address = await addressIn(`/rooms/${roomId}`, language)
    expect(address).toMatch(new RegExp(`^/words/${language}/shell\\+`))
    const asGuest = await fetch(site.url + address)
    const asPerson = await fetch(site.url + address, { headers: { Cookie: site.cookieOf(person) } })
    for (const answer of [asGuest, asPerson]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
      // With the cookie in it, a browser would ask again whenever its session changes.
      expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    }
    const words = (await asGuest.json()) as Record<string, unknown>
    expect(Object.values(words)).toContainEqual([send])
    expect(await asPerson.json()).toEqual(words)
  }
})

test('the words of another build are not kept under the address of this one', async () => {
  const other = await fetch(`${site.url}/words/it/shell+rooms?version=other`)
  expect(other.status).toBe(200)
  expect(other.headers.get('cache-control')).toBe('no-store')
})

test.each([
  '/words/de/shell',
  '/words/it/nothing',
  '/words/it/shell+constructor',
  '/words/it/+',
  '/words/it',
])('there are no words at %s', async (path) => {
  const answer = await fetch(site.url + path)
  expect(answer.status).toBe(404)
})

test('a page without scripts names none', async () => {
  expect(await addressIn('/needs', 'it')).toBe('')
})
