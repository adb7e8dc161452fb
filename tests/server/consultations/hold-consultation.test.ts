import { expect, test } from 'vitest'
import { holdConsultation, mayTakePart, powersAt, seeConsultation } from '#server/consultations/index.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

test('a public consultation is seen by a guest, with its room and the phase of the day', async () => {
  const { ground, consultation } = await aWorld()
  const { id, roomId } = await consultation({ phase: 'propose' })
  expect(await seeConsultation(ground.db, guest, id, ground.now())).toMatchObject({
    id,
    roomId,
    phase: 'propose',
    title: { text: 'Consultazione di prova', language: 'it' },
  })
})

test('a members-only consultation is absent for guests, strangers and coordinators', async () => {
  const { ground, consultation, person } = await aWorld()
  const { id } = await consultation({ visibility: 'members' })
  for (const actor of [guest, await person(), await person({ roles: ['coordinator', 'administrator'] })])
    await expect(seeConsultation(ground.db, actor, id, ground.now())).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'consultation',
    })
})

test('a members-only consultation is held by who sits at the table, answers, or was admitted', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id, table, answering } = await world.consultation({ visibility: 'members' })
  const [holder, admitted] = [await world.person(), await world.person()]
  const { id: organisationId } = await world.organisation()
  await world.seat({ tableId: table.id, organisationId, holder })
  await ground.db
    .insertInto('consultationMembers')
    .values({ consultationId: id, personId: admitted.id, addedBy: table.chair.id })
    .execute()
  for (const actor of [holder, admitted, table.moderator, answering.representative])
    expect(
      await ground.db.transaction().execute((trx) => holdConsultation(trx, actor, id, ground.now())),
    ).toMatchObject({ id })
})

test('an ended seat no longer opens a members-only consultation', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id, table } = await world.consultation({ visibility: 'members' })
  const holder = await world.person()
  const { id: organisationId } = await world.organisation()
  await world.seat({ tableId: table.id, organisationId, holder, endsOn: dayFromNow(-2) })
  await expect(seeConsultation(ground.db, holder, id, ground.now())).rejects.toMatchObject({ kind: 'unseen' })
})

test('powers at a table are those of the day in Italy, to the minute of midnight', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id, table } = await world.consultation()
  const { id: organisationId, representative } = await world.organisation({ name: 'Casa comune' })
  const { id: seatId } = await world.seat({
    tableId: table.id,
    organisationId,
    holder: representative,
    startsOn: '2026-06-01',
    endsOn: '2026-06-30',
  })
  const powers = (moment: string) =>
    powersAt(ground.db, representative, { consultationId: id }, new Date(moment))
  expect((await powers('2026-06-30T21:59:00Z')).seats).toEqual([
    { seatId, organisationId, kind: 'voting', part: 'holder' },
  ])
  expect((await powers('2026-06-30T22:01:00Z')).seats).toEqual([])
  expect((await powers('2026-05-31T21:59:00Z')).seats).toEqual([])
  expect((await powers('2026-05-31T22:01:00Z')).seats).toHaveLength(1)
  expect(await powers('2026-06-30T22:01:00Z')).toMatchObject({
    offices: [],
    representsOrganisations: [{ id: organisationId, name: 'Casa comune' }],
    isAnsweringBody: false,
  })
})

test('officers and the answering body are known as such', async () => {
  const { ground, consultation } = await aWorld()
  const { id, table, answering } = await consultation()
  const now = ground.now()
  expect(await powersAt(ground.db, table.chair, { tableId: table.id }, now)).toMatchObject({
    offices: ['chair'],
  })
  expect(await powersAt(ground.db, answering.representative, { consultationId: id }, now)).toMatchObject({
    isAnsweringBody: true,
    offices: [],
  })
})

test('where only organisations take part, a person must speak for a verified one', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id } = await world.consultation({ participation: 'organisations' })
  const now = ground.now()
  const seen = await seeConsultation(ground.db, guest, id, now)
  const pending = await world.organisation({ state: 'pending' })
  const verified = await world.organisation()
  const verdict = async (actor: typeof pending.representative) =>
    mayTakePart(seen, await powersAt(ground.db, actor, { consultationId: id }, now), actor)
  expect(await verdict(verified.representative)).toBe(true)
  expect(await verdict(pending.representative)).toMatchObject({ reason: 'only-for-organisations' })
})
