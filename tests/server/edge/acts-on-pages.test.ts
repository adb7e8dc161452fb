import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNeed } from '#tests/support/needs.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World

beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground, screens: true })
}, 180_000)
afterAll(() => site.close())

test('an act that is refused at its own address is answered with a page, in the language of who asked', async () => {
  const consultation = await world.consultation({ phase: 'listen' })
  const need = await aNeed(world, { consultationId: consultation.id })
  const stranger = await world.person({ language: 'ar', name: 'Rania' })
  const answer = await fetch(`${site.url}/needs/${need.id}/reading`, {
    method: 'POST',
    headers: { Cookie: site.cookieOf(stranger), Origin: site.url },
    body: new URLSearchParams(),
    redirect: 'manual',
  })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('content-type')).toContain('text/html')
  const page = await answer.text()
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).toMatch(/<h1[\s>]/)
  // The frame knows who reads.
  expect(page).toContain('Rania')
  expect(page).not.toContain('"reason"')
})

test('done, it leads on as before', async () => {
  const consultation = await world.consultation({ phase: 'listen' })
  const need = await aNeed(world, { consultationId: consultation.id })
  const answer = await fetch(`${site.url}/needs/${need.id}/reading`, {
    method: 'POST',
    headers: { Cookie: site.cookieOf(consultation.table.chair), Origin: site.url },
    body: new URLSearchParams(),
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
})
