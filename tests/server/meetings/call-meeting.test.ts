import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { callMeeting, openMeeting } from '#server/meetings/index.ts'
import { aWorld } from '#tests/support/world.ts'

const hour = 3_600_000

function called(consultationId: string, more: object = {}) {
  return {
    consultationId,
    titleIt: 'Casa e lavoro stagionale',
    startsAt: new Date(Date.now() + 48 * hour).toISOString(),
    endsAt: new Date(Date.now() + 51 * hour).toISOString(),
    languages: ['it', 'ar'],
    quorum: 50,
    clientId: randomUUID(),
    ...more,
  }
}

test('the meetings of a table are numbered without a gap, forty called at once', async () => {
  const { ground, consultation } = await aWorld()
  const { id, table } = await consultation()
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => callMeeting(ground, table.chair, called(id))),
  )
  expect(answers.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  )
})

test('a retry calls no second meeting', async () => {
  const { ground, consultation } = await aWorld()
  const { id, table } = await consultation()
  const asked = called(id)
  const first = await callMeeting(ground, table.secretary, asked)
  expect(await callMeeting(ground, table.secretary, asked)).toEqual(first)
  expect(ground.told).toHaveLength(1)
})

test('only the chair or the secretary calls; the past and an end before the start are refused at the field', async () => {
  const { ground, consultation, person } = await aWorld()
  const { id, table } = await consultation()
  await expect(callMeeting(ground, table.moderator, called(id))).rejects.toMatchObject({
    reason: 'only-for-chair-or-secretary',
  })
  await expect(
    callMeeting(ground, table.chair, called(id, { startsAt: '2020-01-01T10:00' })),
  ).rejects.toMatchObject({
    fields: { startsAt: { reason: 'must-be-later' } },
  })
  const endsAt = new Date(Date.now() + hour).toISOString()
  await expect(callMeeting(ground, table.chair, called(id, { endsAt }))).rejects.toMatchObject({
    fields: { endsAt: { reason: 'ends-before-it-starts' } },
  })
  const hidden = await consultation({ visibility: 'members' })
  await expect(callMeeting(ground, await person(), called(hidden.id))).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('two chairs who open at once open once', async () => {
  const { ground, meeting } = await aWorld()
  const { id, table } = await meeting({ state: 'called' })
  await Promise.all([
    openMeeting(ground, table.chair, { meetingId: id }),
    openMeeting(ground, table.secretary, { meetingId: id }),
  ])
  expect(ground.told).toHaveLength(1)
})

test('a room has one open meeting at a time, and none once its consultation is closed', async () => {
  const { ground, consultation, meeting } = await aWorld()
  const its = await consultation()
  const two = [
    await meeting({ consultation: its, state: 'called' }),
    await meeting({ consultation: its, state: 'called' }),
  ]
  const openings = await Promise.allSettled(
    two.map(({ id }) => openMeeting(ground, its.table.chair, { meetingId: id })),
  )
  expect(openings.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(openings.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { kind: 'conflict', reason: 'another-meeting-is-open' },
  })
  const late = await meeting({ state: 'called' })
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', late.consultation.id)
    .execute()
  await expect(openMeeting(ground, late.table.chair, { meetingId: late.id })).rejects.toMatchObject({
    reason: 'room-closed',
  })
})
