import { expect, test } from 'vitest'
import { listMyNeeds } from '#server/needs/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld } from '#tests/support/world.ts'

test('what a colleague may not see leaves no gap in the pages of what their organisation posted', async () => {
  const world = await aWorld()
  const [open, hidden] = [await world.consultation(), await world.consultation({ visibility: 'members' })]
  const { id: organisationId, representative: author } = await world.organisation()
  const colleague = await world.person()
  await world.joins(colleague, organisationId, 'representative')
  const posted = (consultationId: string, secondsAgo: number) =>
    aNeed(world, {
      consultationId,
      author,
      organisationId,
      postedAt: new Date(Date.now() - secondsAgo * 1_000),
    })
  for (let count = 0; count < 30; count++) await posted(open.id, 1_000 + count)
  for (let count = 0; count < 3; count++) await posted(hidden.id, count)
  const seen = []
  let after: string | undefined
  do {
    const { needs, next } = await listMyNeeds(world.ground, colleague, { after })
    seen.push(...needs.map(({ id }) => id))
    after = next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(30)
  expect(seen).toHaveLength(30)
})
