import { expect, test } from 'vitest'
import {
  listApologies,
  readPresence,
  sendApologies,
  showMyPlaces,
  takePlace,
  withdrawApologies,
} from '#server/floor/index.ts'
import { aSitting } from '#tests/support/sitting.ts'

test('apologies are sent with a note for the chair, seen by the room without it, and withdrawn', async () => {
  const { ground, meetingId, at, table } = await aSitting({ state: 'called' })
  const seatId = at(0).id
  const asked = { meetingId, seatId, note: 'Sono in viaggio.' }
  await sendApologies(ground, at(0).holder, asked)
  await sendApologies(ground, at(0).holder, asked)
  expect(ground.told).toHaveLength(1)
  const presence = await readPresence(ground.db, meetingId, new Date())
  expect(presence.apologies).toEqual([seatId])
  expect(JSON.stringify(presence)).not.toContain('viaggio')
  expect(await listApologies(ground, table.chair, { meetingId })).toMatchObject([
    { seatId, note: 'Sono in viaggio.' },
  ])
  await expect(listApologies(ground, at(1).holder, { meetingId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  expect(await showMyPlaces(ground, at(0).holder, { meetingId })).toMatchObject({
    seats: [{ seatId, part: 'holder' }],
    runs: false,
    apologies: [{ seatId, note: 'Sono in viaggio.' }],
  })
  await withdrawApologies(ground, at(0).alternate, { meetingId, seatId })
  await withdrawApologies(ground, at(0).holder, { meetingId, seatId })
  expect(ground.told).toHaveLength(2)
  expect((await readPresence(ground.db, meetingId, new Date())).apologies).toEqual([])
})

test('the holder who comes after all needs no apologies; the alternate comes beside them', async () => {
  const { ground, meetingId, at } = await aSitting()
  const seatId = at(0).id
  const apologies = async () => (await readPresence(ground.db, meetingId, new Date())).apologies
  await sendApologies(ground, at(0).holder, { meetingId, seatId })
  await takePlace(ground, at(0).alternate, { meetingId, seatId, part: 'alternate' })
  expect(await apologies()).toEqual([seatId])
  await takePlace(ground, at(0).holder, { meetingId, seatId, part: 'holder' })
  expect(await apologies()).toEqual([])
  await expect(sendApologies(ground, at(0).holder, { meetingId, seatId })).rejects.toMatchObject({
    reason: 'holder-present',
  })
})

test('apologies for another’s seat, too long, or when it is over are refused', async () => {
  const { ground, meetingId, at, person, meeting, consultation } = await aSitting({ state: 'called' })
  const seatId = at(0).id
  for (const who of [at(1).holder, await person()])
    await expect(sendApologies(ground, who, { meetingId, seatId })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'not-your-seat',
    })
  await expect(
    sendApologies(ground, at(0).holder, { meetingId, seatId, note: 'x'.repeat(501) }),
  ).rejects.toMatchObject({ fields: { note: { reason: 'too-long' } } })
  const over = await meeting({ consultation, state: 'closed' })
  await expect(sendApologies(ground, at(0).holder, { meetingId: over.id, seatId })).rejects.toMatchObject({
    reason: 'meeting-closed',
  })
  expect(ground.told).toEqual([])
})

test('forty apologies at once are one', async () => {
  const { ground, meetingId, at } = await aSitting()
  const seatId = at(0).id
  await Promise.all(
    Array.from({ length: 40 }, () => sendApologies(ground, at(0).holder, { meetingId, seatId, note: 'No.' })),
  )
  expect(ground.told).toHaveLength(1)
})
