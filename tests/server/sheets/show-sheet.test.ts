import { expect, test } from 'vitest'
import { raiseHand, takePlace } from '#server/floor/index.ts'
import { eventsSince } from '#server/rooms/index.ts'
import { partReaders } from '#server/sheets/parts.ts'
import { readSheet, showSheet } from '#server/sheets/index.ts'
import { sheetParts } from '#server/sheets/words.ts'
import { aWorld, guest } from '#tests/support/world.ts'
import { aSitting } from '#tests/support/sitting.ts'

test('the sheet says which meeting is open in the room, who is here by seat, and never a name', async () => {
  const { ground, roomId, meetingId, at, come, handOf } = await aSitting()
  await come(0)
  await takePlace(ground, at(1).alternate, { meetingId, seatId: at(1).id, part: 'alternate' })
  await raiseHand(ground, at(0).holder, handOf(0))
  const sheet = await showSheet(ground, guest, { roomId })
  expect(Object.keys(sheet.parts).toSorted()).toEqual(sheetParts.toSorted())
  expect(sheet).toMatchObject({
    meeting: { id: meetingId, state: 'open' },
    parts: {
      presence: { holders: [at(0).id], alternates: [at(1).id], quorum: { present: 2 } },
      floor: { queue: [{ seatId: at(0).id, kind: 'speak' }], turn: null },
    },
  })
  for (const { id, name } of [at(0).holder, at(1).alternate]) {
    expect(JSON.stringify(sheet)).not.toContain(id)
    expect(JSON.stringify(sheet)).not.toContain(name)
  }
})

test('only the parts that are named are read', async () => {
  const { ground, roomId } = await aSitting()
  const sheet = await showSheet(ground, guest, { roomId, parts: ['floor'] })
  expect(Object.keys(sheet.parts)).toEqual(['floor'])
  await expect(showSheet(ground, guest, { roomId, parts: ['votes'] })).rejects.toMatchObject({
    kind: 'invalid',
  })
})

test('before a meeting opens its sheet is that of the next one called; without any, it is empty', async () => {
  const { ground, consultation, meeting } = await aSitting({ state: 'called' })
  const { roomId } = consultation
  const called = await showSheet(ground, guest, { roomId })
  expect(called).toMatchObject({ meeting: { state: 'called' }, lastClosed: null })
  const closed = await meeting({ consultation, state: 'closed' })
  expect(await showSheet(ground, guest, { roomId })).toMatchObject({
    meeting: called.meeting,
    lastClosed: { id: closed.id },
  })
  const { roomId: quiet } = await (await aWorld()).consultation()
  expect(await showSheet(ground, guest, { roomId: quiet })).toMatchObject({
    meeting: null,
    lastClosed: null,
    parts: { floor: null, presence: null, seats: null },
  })
})

test('the sheet of a secret room is not there for an outsider', async () => {
  const { ground, roomId, person } = await aSitting({ visibility: 'members' })
  for (const who of [guest, await person()])
    await expect(showSheet(ground, who, { roomId })).rejects.toMatchObject({ kind: 'unseen' })
})

test('events say which parts they may have changed, and nothing else of what happened', async () => {
  const { ground, roomId, at, come, handOf } = await aSitting()
  await come(0)
  const { seq } = await showSheet(ground, guest, { roomId })
  await raiseHand(ground, at(0).holder, handOf(0))
  const { events } = await eventsSince(ground, guest, { roomId, after: seq })
  expect(events).toMatchObject([{ seq: seq + 1, name: 'other', message: null, parts: ['floor'] }])
})

test('many who ask at the same place share one reading; what happens between is read anew', async () => {
  const { ground, roomId, at, come, handOf } = await aSitting()
  await come(0, 1)
  const read = partReaders.floor
  let readings = 0
  partReaders.floor = async (place) => {
    readings++
    return read(place)
  }
  try {
    await Promise.all(Array.from({ length: 40 }, () => showSheet(ground, guest, { roomId })))
    expect(readings).toBe(1)
    await raiseHand(ground, at(0).holder, handOf(0))
    const sheet = await readSheet(ground, 'everybody', roomId, ['floor'])
    expect(sheet?.parts.floor?.queue).toHaveLength(1)
    expect(readings).toBe(2)
  } finally {
    partReaders.floor = read
  }
})
