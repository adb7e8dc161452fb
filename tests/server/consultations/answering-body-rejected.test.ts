import { expect, test } from 'vitest'
import { showConsultation } from '#server/consultations/index.ts'
import { rejectOrganisation } from '#server/organisations/index.ts'
import { aWorld } from '#tests/support/world.ts'

test('a body whose verification is taken back no longer sees the members-only consultation that it was to answer', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id, roomId, answering } = await world.consultation({ visibility: 'members' })
  const asked = { consultationId: id }
  expect(await showConsultation(ground, answering.representative, asked)).toMatchObject({
    visibility: 'members',
  })
  await rejectOrganisation(ground, await world.person({ roles: ['coordinator'] }), {
    organisationId: answering.id,
    reason: 'Non è l’ente che diceva di essere.',
  })
  const afterwards = await world.person({ name: 'Complice' })
  await world.joins(afterwards, answering.id, 'representative')
  for (const somebody of [answering.representative, afterwards])
    await expect(showConsultation(ground, somebody, asked)).rejects.toMatchObject({ kind: 'unseen' })
  // Live delivery stops there too.
  expect(ground.told.map(({ streamId }) => streamId)).toEqual([id, roomId])
})
