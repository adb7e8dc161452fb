import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeStatements, writeStatement } from '#server/opinions/index.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World
beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground, screens: true })
}, 120_000)
afterAll(() => site.close())

test('what a signed-in person is shown is kept nowhere', async () => {
  const person = await world.person({ name: 'Canarino Giallo' })
  for (const path of ['/', '/me', '/me/devices', '/api/v1/people/show-profile']) {
    const answer = await fetch(site.url + path, { headers: { Cookie: site.cookieOf(person) } })
    expect(answer.headers.get('cache-control'), path).toBe('private, no-store')
    // A page of the same address is a guest's too; an answer of the API is stored by nobody at all.
    if (!path.startsWith('/api')) expect(answer.headers.get('vary'), path).toContain('Cookie')
  }
})

test('a guest is never shown the page of a person, nor a person the page of a guest, however they arrive together', async () => {
  const person = await world.person({ name: 'Canarino Giallo' })
  const visits = Array.from({ length: 60 }, async (_, index) => {
    const signedIn = index % 2 === 0
    const answer = await fetch(`${site.url}/`, signedIn ? { headers: { Cookie: site.cookieOf(person) } } : {})
    return { signedIn, shown: (await answer.text()).includes('Canarino Giallo') }
  })
  for (const { signedIn, shown } of await Promise.all(visits)) expect(shown).toBe(signedIn)
})

async function inLanguage(language: string): Promise<string> {
  return (await fetch(`${site.url}/sign-in`, { headers: { 'Accept-Language': language } })).text()
}

test('a page is kept for each language apart', async () => {
  const [italian, arabic, again] = [await inLanguage('it'), await inLanguage('ar'), await inLanguage('it')]
  expect(italian).toContain('<html lang="it" dir="ltr"')
  expect(arabic).toContain('<html lang="ar" dir="rtl"')
  expect(again).toBe(italian)
})

test('a cookie that is nobody’s is not served from the guests’ pages', async () => {
  const answer = await fetch(`${site.url}/`, { headers: { Cookie: '__Host-tavolo=nobody' } })
  expect(answer.headers.get('cache-control')).toContain('no-store')
})

test('a device that answers without an account is shown its own page, and its page is shown to nobody else', async () => {
  const { id: consultationId, table } = await world.consultation()
  const arranged = { isOpen: true, holdsStatements: true, letsGuests: true, showsResults: false }
  await arrangeStatements(world.ground, table.chair, { consultationId, ...arranged })
  const text = 'Il canarino canta anche di sera.'
  const { statementId } = await writeStatement(world.ground, table.moderator, { consultationId, text })
  const page = `${site.url}/consultations/${consultationId}/opinions`
  const answered = await fetch(page, {
    method: 'POST',
    headers: { Origin: site.url, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ statementId, vote: 'agree' }),
    redirect: 'manual',
  })
  expect(answered.status).toBe(303)
  const set = answered.headers.get('set-cookie') ?? ''
  expect(set).toContain('HttpOnly')
  expect(set).toContain(`Path=/consultations/${consultationId}/opinions;`)
  const visits = Array.from({ length: 20 }, async (_, index) => {
    const isDevice = index % 2 === 0
    const visit = await fetch(page, isDevice ? { headers: { Cookie: set.split(';')[0] ?? '' } } : {})
    if (isDevice) expect(visit.headers.get('cache-control')).toContain('no-store')
    return { isDevice, isAsked: (await visit.text()).includes(text) }
  })
  for (const { isDevice, isAsked } of await Promise.all(visits)) expect(isAsked).toBe(!isDevice)
})

test('signing out makes the browser forget the pages it kept', async () => {
  const person = await world.person()
  const answer = await fetch(`${site.url}/sign-out`, {
    method: 'POST',
    headers: { Cookie: site.cookieOf(person), Origin: site.url },
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('clear-site-data')).toContain('cache')
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
})

test('a page drawn for many is in each one’s own frame, and shows each what is theirs', async () => {
  const { id: consultationId, roomId } = await world.consultation()
  const people = await Promise.all(
    ['Canarino Verde', 'Canarino Blu', 'Canarino Nero'].map((name) => world.person({ name })),
  )
  for (const path of ['/needs', `/consultations/${consultationId}`, `/rooms/${roomId}`, '/me']) {
    for (let round = 0; round < 2; round += 1) {
      const shown = await Promise.all(
        people.map(async (person) => {
          const answer = await fetch(site.url + path, { headers: { Cookie: site.cookieOf(person) } })
          return answer.text()
        }),
      )
      for (const [index, person] of people.entries()) {
        expect(shown[index], path).toContain(person.name)
        for (const other of people.filter((each) => each !== person))
          expect(shown[index], path).not.toContain(other.name)
      }
    }
  }
})

test('every copy of a live page has a nonce and a form’s id of its own, the nonce as its policy says', async () => {
  const { roomId } = await world.consultation()
  const person = await world.person()
  const seen = new Set<string>()
  for (let copy = 0; copy < 4; copy += 1) {
    const answer = await fetch(`${site.url}/rooms/${roomId}`, { headers: { Cookie: site.cookieOf(person) } })
    const policy = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    const page = await answer.text()
    const nonces = new Set([...page.matchAll(/<script nonce="([^"]+)"/g)].map((found) => found[1]))
    expect([...nonces]).toEqual([policy])
    const id = /name="clientId" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    // What wakes the page says the same id as its form.
    expect(page.split(id).length).toBeGreaterThan(2)
    seen.add(policy).add(id)
  }
  expect(seen.size).toBe(8)
})
