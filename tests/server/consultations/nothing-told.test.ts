import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  admitMember,
  listConsultations,
  listMembers,
  removeMember,
  showConsultation,
} from '#server/consultations/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a page of consultations does not go on after one that may not be seen', async () => {
  const world = await aWorld()
  const open = await world.consultation()
  const hidden = await world.consultation({ visibility: 'members' })
  const after = async (id: string) =>
    (await listConsultations(world.ground, guest, { after: id })).consultations.map((each) => each.id)
  expect(await after(hidden.id)).toEqual([])
  expect(await after(randomUUID())).toEqual([])
  const later = await world.consultation()
  expect(await after(later.id)).toContain(open.id)
})

test('an organisation whose only need was hidden is not counted', async () => {
  const world = await aWorld()
  const { id: consultationId } = await world.consultation()
  const { id: organisationId, representative: author } = await world.organisation()
  await aNeed(world, { consultationId, author, organisationId, hidden: true })
  const { figures } = await showConsultation(world.ground, guest, { consultationId })
  expect(figures).toMatchObject({ needs: 0, organisations: 0 })
})

test('taking back an address does not tell whether who it belongs to sits at the table', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id: consultationId, table } = await world.consultation({ visibility: 'members' })
  const organisation = await world.organisation()
  const seated = await world.person({ name: 'Zoe Segreta' })
  await world.seat({ tableId: table.id, organisationId: organisation.id, holder: seated })
  const nobody = `${randomUUID()}@people.test`
  for (const email of [seated.email, nobody])
    await admitMember(ground, table.chair, { consultationId, email })
  const { admitted } = await listMembers(ground, table.chair, { consultationId })
  expect(admitted.map(({ name }) => name)).toEqual([seated.email, nobody])
  for (const { personId } of admitted)
    expect(await removeMember(ground, table.chair, { consultationId, personId })).toEqual({
      consultationId,
      personId,
    })
  expect((await listMembers(ground, table.chair, { consultationId })).admitted).toEqual([])
  // Their seat still lets them in.
  expect(await showConsultation(ground, seated, { consultationId })).toMatchObject({ visibility: 'members' })
})
