import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sendFeedback } from '#server/feedback/index.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

function sentOf({ ground }: World, words: string) {
  return ground.db.selectFrom('feedback').where('words', '=', words).selectAll().execute()
}

test('a guest says how a page was', async () => {
  const world = await aWorld()
  const words = randomUUID()
  const asked = { page: '/needs', useful: 'partly', hard: ['words', 'phone', 'words'], words, email: '' }
  await sendFeedback(world.ground, guest, asked)
  expect(await sentOf(world, words)).toMatchObject([
    { page: '/needs', useful: 'partly', hard: ['words', 'phone'], language: 'it', email: null },
  ])
})

test('whoever is signed in is not kept with their feedback', async () => {
  const world = await aWorld()
  const ana = await world.person()
  const words = randomUUID()
  await sendFeedback(world.ground, ana, { page: '/', useful: 'yes', words })
  const kept = JSON.stringify(await sentOf(world, words))
  for (const trace of [ana.id, ana.email, ana.sessionId, ana.network]) expect(kept).not.toContain(trace)
})

test('of the page only its kind is kept, so that nobody can be found by the page they were on', async () => {
  const world = await aWorld()
  const pages = {
    [`/needs/${randomUUID()}`]: '/needs/:id',
    '/invitations/3f9aKq_81-zzLpQwErTyUiOp': '/invitations/:token',
    '//elsewhere.test/': '/',
    'https://elsewhere.test/': '/',
    '/needs?q=Ana': '/',
  }
  for (const [page, kind] of Object.entries(pages)) {
    const words = randomUUID()
    await sendFeedback(world.ground, guest, { page, useful: 'no', words })
    expect(await sentOf(world, words)).toMatchObject([{ page: kind }])
  }
})

test('without saying whether the page was useful nothing is sent, and the field says why', async () => {
  const { ground } = await aWorld()
  await expect(sendFeedback(ground, guest, { page: '/needs', words: 'Ciao' })).rejects.toMatchObject({
    kind: 'invalid',
    fields: { useful: { reason: 'needed' } },
  })
})

test('what does not fit is refused at its field', async () => {
  const { ground } = await aWorld()
  const wrong = {
    page: '/',
    useful: 'maybe',
    hard: ['nothing'],
    words: 'a'.repeat(2001),
    email: 'Ana',
    name: 'Ana',
  }
  await expect(sendFeedback(ground, guest, wrong)).rejects.toMatchObject({
    fields: {
      useful: { reason: 'not-in-list' },
      hard: { reason: 'not-in-list' },
      words: { reason: 'too-long' },
      email: { reason: 'not-an-email' },
      name: { reason: 'unknown-field' },
    },
  })
})

test('sent forty times under one client id, it is kept once', async () => {
  const world = await aWorld()
  const words = randomUUID()
  const asked = { page: '/', useful: 'yes', words, clientId: randomUUID() }
  await Promise.all(Array.from({ length: 40 }, () => sendFeedback(world.ground, guest, asked)))
  expect(await sentOf(world, words)).toHaveLength(1)
})

test('one network sends thirty an hour, forty at once or not', async () => {
  const world = await aWorld({ limited: true })
  const words = randomUUID()
  const network = { ...guest, network: randomUUID() }
  const sent = await Promise.allSettled(
    Array.from({ length: 40 }, () =>
      sendFeedback(world.ground, network, { page: '/', useful: 'yes', words }),
    ),
  )
  const refused = sent.filter((each) => each.status === 'rejected')
  expect(refused.map((each) => each.reason.kind)).toEqual(Array.from({ length: 10 }, () => 'too-many'))
  expect(await sentOf(world, words)).toHaveLength(30)
})
