import { expect, test } from 'vitest'
import { listNeeds, showNeed, withdrawNeed } from '#server/needs/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a withdrawn need is read by its author alone, and leaves the list', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const author = await a.person()
  const { id: consultation } = await a.consultation()
  const { id: needId } = await aNeed(world, { consultationId: consultation, author, plain: 'canarino' })
  await withdrawNeed(ground, author, { needId })
  expect(await showNeed(ground, author, { needId })).toMatchObject({ state: 'withdrawn', isMine: true })
  const shown = await showNeed(ground, guest, { needId })
  expect(shown).toMatchObject({ state: 'withdrawn', title: null, document: null, author: null })
  expect(JSON.stringify(shown)).not.toContain('canarino')
  expect((await listNeeds(ground, author, { consultation })).needs).toEqual([])
  expect(ground.told).toHaveLength(1)
  await expect(withdrawNeed(ground, author, { needId })).rejects.toMatchObject({ reason: 'need-withdrawn' })
})

test('only who posted it withdraws it; in a members-only consultation an outsider finds nothing', async () => {
  const world = await aWorld()
  const { ground, ...a } = world
  const [author, eve] = [await a.person(), await a.person()]
  const open = await a.consultation()
  const closed = await a.consultation({ visibility: 'members' })
  const seen = await aNeed(world, { consultationId: open.id, author })
  const unseen = await aNeed(world, { consultationId: closed.id, author })
  await expect(withdrawNeed(ground, eve, { needId: seen.id })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(withdrawNeed(ground, eve, { needId: unseen.id })).rejects.toMatchObject({ kind: 'unseen' })
  expect(ground.told).toEqual([])
})
