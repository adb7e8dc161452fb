import { expect, test } from 'vitest'
import { markNeedRead, needStory } from '#server/needs/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('the chair reads it once: the first reading counts and is told once', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const postedAt = new Date()
  const author = await a.person()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author, postedAt })
  // In the very moment in which it is posted, as two nodes can write it down.
  ground.setNow(postedAt)
  await markNeedRead(ground, consultation.table.chair, { needId })
  const before = await needStory(ground, guest, { needId })
  ground.setNow(new Date(Date.now() + 86_400_000))
  await markNeedRead(ground, consultation.table.secretary, { needId })
  expect(await needStory(ground, guest, { needId })).toEqual(before)
  expect(before.map((each) => each.step)).toEqual(['received', 'read'])
  expect(ground.told).toHaveLength(1)
})

test('the body that answers reads it too, and is named', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const consultation = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author: await a.person() })
  await markNeedRead(ground, consultation.answering.representative, { needId })
  expect(await needStory(ground, guest, { needId })).toMatchObject([
    { step: 'received' },
    { step: 'read', who: 'Assessorato di prova' },
  ])
})

test('a moderator, the author and anyone else are refused; an outsider of a closed consultation finds nothing', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person()
  const consultation = await a.consultation({ visibility: 'members' })
  const open = await a.consultation()
  const hers = await aNeed(world, { consultationId: open.id, author })
  const { id: needId } = await aNeed(world, { consultationId: consultation.id, author })
  for (const other of [open.table.moderator, author, await a.person()])
    await expect(markNeedRead(ground, other, { needId: hers.id })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'not-for-you-to-read',
    })
  await expect(markNeedRead(ground, open.table.chair, { needId })).rejects.toMatchObject({ kind: 'unseen' })
  expect(ground.told).toEqual([])
})
