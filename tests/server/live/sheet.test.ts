import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { removeMember } from '#server/consultations/index.ts'
import { lowerHand, raiseHand, takePlace } from '#server/floor/index.ts'
import type { Sheet } from '#server/sheets/contract.ts'
import { partReaders } from '#server/sheets/parts.ts'
import { showSheet } from '#server/sheets/index.ts'
import { aListener, aLiveNode } from '#tests/support/live.ts'
import { aSitting } from '#tests/support/sitting.ts'

const soon = { timeout: 8_000, interval: 20 }

async function listening(given: Parameters<typeof aSitting>[0] = {}) {
  const sitting = await aSitting(given)
  const node = await aLiveNode(sitting.ground)
  const listen = async (who: { token: string } | null) => {
    const listener = aListener(node, who)
    const sheets: { sheet: Sheet; upTo: number | undefined }[] = []
    listener.socket.on('events', ({ events, sheet }) => {
      if (sheet) sheets.push({ sheet, upTo: events.at(-1)?.seq })
    })
    const entered = await listener.enter({ roomId: sitting.roomId })
    return { ...listener, sheets, entered }
  }
  return { ...sitting, node, listen }
}

test('the parts that an event changed come with it, read once for the node, and show no less than the event', async () => {
  const { node, roomId, at, come, handOf, listen, ground } = await listening()
  await come(0)
  const listeners = await Promise.all([listen(null), listen(null), listen(null)])
  const read = partReaders.floor
  let readings = 0
  partReaders.floor = async (place) => {
    readings++
    return read(place)
  }
  try {
    await raiseHand(node.ground, at(0).holder, handOf(0))
    await vi.waitFor(() => expect(listeners.every(({ sheets }) => sheets.length === 1)).toBe(true), soon)
  } finally {
    partReaders.floor = read
  }
  expect(readings).toBe(1)
  const { seq } = await showSheet(ground, { kind: 'guest', language: 'it', network: '' }, { roomId })
  for (const { heard, sheets } of listeners) {
    expect(heard.at(-1)).toMatchObject({ seq, parts: ['floor'] })
    expect(sheets[0]).toMatchObject({
      upTo: seq,
      sheet: { parts: { floor: { queue: [{ seatId: at(0).id }] } } },
    })
    expect(sheets[0]?.sheet.seq).toBeGreaterThanOrEqual(seq)
    expect(Object.keys(sheets[0]?.sheet.parts ?? {})).toEqual(['floor'])
  }
  for (const each of listeners) each.close()
  await node.close()
})

test('many changes in a moment are few sheets, no event waits, and the last sheet is how it stands', async () => {
  const { node, roomId, at, come, handOf, listen, meetingId, ground } = await listening()
  await come(0)
  const listener = await listen(null)
  const began = performance.now()
  for (let n = 0; n < 30; n++) {
    await raiseHand(node.ground, at(0).holder, handOf(0))
    await lowerHand(node.ground, at(0).holder, { meetingId, seatId: at(0).id })
  }
  await raiseHand(node.ground, at(0).holder, handOf(0))
  await vi.waitFor(() => expect(listener.heard).toHaveLength(61), soon)
  await wait(500)
  const seconds = (performance.now() - began) / 1_000
  expect(listener.sheets.length).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1)
  const stands = await showSheet(ground, { kind: 'guest', language: 'it', network: '' }, { roomId })
  expect(listener.sheets.at(-1)?.sheet.parts.floor).toEqual(stands.parts.floor)
  listener.close()
  await node.close()
})

test('events are delivered though a sheet cannot be read, and the sheet comes when it can', async () => {
  const { node, at, come, handOf, listen } = await listening()
  await come(0)
  const listener = await listen(null)
  const read = partReaders.floor
  partReaders.floor = () => Promise.reject(new Error('away'))
  try {
    await raiseHand(node.ground, at(0).holder, handOf(0))
    await vi.waitFor(() => expect(listener.heard).toHaveLength(1), soon)
    expect(listener.sheets).toEqual([])
  } finally {
    partReaders.floor = read
  }
  await vi.waitFor(() => expect(listener.sheets).toHaveLength(1), soon)
  listener.close()
  await node.close()
})

test('nobody is shown what a sheet holds from after they were let out', async () => {
  const { node, ground, roomId, consultation, at, come, handOf, listen, person, table, meetingId } =
    await listening({ visibility: 'members' })
  const member = await person()
  await ground.db
    .insertInto('consultationMembers')
    .values({ consultationId: consultation.id, personId: member.id, addedBy: table.chair.id })
    .execute()
  await come(0)
  const [inside, goes] = [await listen(table.chair), await listen(member)]
  // Events, a removal and more events stand in the stream before the node hears of any.
  const quiet = { ...ground, ring: () => {} }
  await raiseHand(quiet, at(0).holder, handOf(0))
  await removeMember(quiet, table.chair, { consultationId: consultation.id, personId: member.id })
  await lowerHand(quiet, at(0).holder, { meetingId, seatId: at(0).id })
  await takePlace(node.ground, at(1).holder, { meetingId, seatId: at(1).id, part: 'holder' })
  await vi.waitFor(() => expect(inside.sheets.length).toBeGreaterThan(0), soon)
  await vi.waitFor(() => expect(goes.state.removed).toBe(true), soon)
  await wait(400)
  expect(goes.sheets).toEqual([])
  expect(goes.everything()).not.toContain(at(1).id)
  expect(inside.sheets.at(-1)?.sheet.parts.presence?.holders).toContain(at(1).id)
  expect((await listen(member)).entered).toEqual({ refusal: 'unseen' })
  expect(roomId).toBeTruthy()
  for (const each of [inside, goes]) each.close()
  await node.close()
})

test('who enters is told the platform’s moment, for the clocks on the page', async () => {
  const { node, listen } = await listening()
  const { entered, close } = await listen(null)
  expect(Math.abs(Date.parse('at' in entered ? entered.at : '') - Date.now())).toBeLessThan(2_000)
  close()
  await node.close()
})
