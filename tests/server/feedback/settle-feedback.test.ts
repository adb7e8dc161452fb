import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listFeedback, sendFeedback, settleFeedback } from '#server/feedback/index.ts'
import { aWorld, guest } from '#tests/support/world.ts'

async function aFeedback() {
  const world = await aWorld()
  const coordinator = await world.person({ roles: ['coordinator'] })
  const words = randomUUID()
  await sendFeedback(world.ground, guest, { page: '/', useful: 'no', words, email: 'ana@people.test' })
  const { feedback } = await listFeedback(world.ground, coordinator, {})
  const id = feedback.find((each) => each.words === words)?.id ?? ''
  const kept = () =>
    world.ground.db.selectFrom('feedback').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  return { ...world, coordinator, id, words, kept }
}

test('settling keeps the words and takes the address away', async () => {
  const { ground, coordinator, id, words, kept } = await aFeedback()
  await settleFeedback(ground, coordinator, { feedbackId: id })
  expect(await kept()).toMatchObject({ words, email: null, settledBy: coordinator.id })
})

test('settled twice, the first time and person stay', async () => {
  const { ground, coordinator, person, id, kept } = await aFeedback()
  await settleFeedback(ground, coordinator, { feedbackId: id })
  const first = await kept()
  await settleFeedback(ground, await person({ roles: ['administrator'] }), { feedbackId: id })
  expect(await kept()).toEqual(first)
})

test('nobody else settles it', async () => {
  const { ground, person, id, kept } = await aFeedback()
  await expect(settleFeedback(ground, await person(), { feedbackId: id })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(settleFeedback(ground, guest, { feedbackId: id })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  expect(await kept()).toMatchObject({ email: 'ana@people.test', settledAt: null })
})

test('what is not there is not settled', async () => {
  const { ground, coordinator } = await aFeedback()
  await expect(settleFeedback(ground, coordinator, { feedbackId: randomUUID() })).rejects.toMatchObject({
    kind: 'unseen',
  })
})
