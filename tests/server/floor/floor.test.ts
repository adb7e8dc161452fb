import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  giveFloor,
  leavePlace,
  listTurns,
  lowerHand,
  pauseFloor,
  raiseHand,
  readFloor,
  resumeFloor,
  showBalance,
  takeFloor,
} from '#server/floor/index.ts'
import type { Person } from '#server/ground.ts'
import { postMessage } from '#server/rooms/index.ts'
import { aSitting } from '#tests/support/sitting.ts'

async function sitting(seatSeconds?: number) {
  const its = await aSitting(seatSeconds === undefined ? {} : { seatSeconds })
  const floor = () => readFloor(its.ground.db, { id: its.meetingId, seatSeconds: seatSeconds ?? null })
  const raise = async (...numbers: number[]) => {
    for (const number of numbers) await raiseHand(its.ground, its.at(number).holder, its.handOf(number))
    its.ground.told.length = 0
  }
  const give = (number: number, after?: string, who: Person = its.table.chair) =>
    giveFloor(its.ground, who, { meetingId: its.meetingId, seatId: its.at(number).id, after })
  return { ...its, floor, raise, give }
}

test('the chair gives the floor to a hand; the turn before is over and the time of each seat is kept', async () => {
  const { ground, at, come, raise, give, floor, after, meetingId } = await sitting(120)
  after(0)
  await come(0, 1)
  await raise(0, 1)
  const first = await give(0)
  expect(await floor()).toMatchObject({
    turn: { id: first.turnId, seatId: at(0).id, spent: 0 },
    queue: [{ seatId: at(1).id }],
    seatSeconds: 120,
  })
  after(45)
  await give(1, first.turnId)
  expect(await floor()).toMatchObject({
    turn: { seatId: at(1).id },
    queue: [],
    spoken: { [at(0).id]: 45_000 },
  })
  expect(ground.told).toHaveLength(2)
  expect(await listTurns(ground.db, meetingId)).toMatchObject([
    { seatId: at(0).id, kind: 'speak', seconds: 45 },
    { seatId: at(1).id, endedAt: null },
  ])
})

test('the floor is not given to a seat that is absent, or whose hand is down, nor by who does not preside', async () => {
  const { ground, meetingId, at, come, raise, give, floor, table, person } = await sitting()
  await come(0, 1)
  await expect(give(2)).rejects.toMatchObject({ kind: 'conflict', reason: 'seat-absent' })
  await expect(give(0)).rejects.toMatchObject({ kind: 'conflict', reason: 'hand-down' })
  await raise(0, 1)
  await lowerHand(ground, at(1).holder, { meetingId, seatId: at(1).id })
  await expect(give(1)).rejects.toMatchObject({ reason: 'hand-down' })
  await leavePlace(ground, at(0).holder, { meetingId, seatId: at(0).id })
  await expect(give(0)).rejects.toMatchObject({ reason: 'seat-absent' })
  ground.told.length = 0
  for (const who of [at(1).holder, table.moderator, await person()])
    await expect(give(1, undefined, who)).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await floor()).turn).toBeNull()
  expect(ground.told).toEqual([])
})

test('two who preside and give at once give one turn, to one seat', async () => {
  for (let round = 0; round < 5; round++) {
    const { ground, come, raise, give, table, meetingId } = await sitting()
    await come(0, 1)
    await raise(0, 1)
    const outcomes = await Promise.allSettled([give(0), give(1, undefined, table.secretary)])
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { kind: 'conflict', reason: 'floor-changed' } }])
    expect(await listTurns(ground.db, meetingId)).toHaveLength(1)
    expect(ground.told).toHaveLength(1)
  }
})

test('forty who give the floor to the same seat at once give it once', async () => {
  const { ground, come, raise, give, table, meetingId } = await sitting()
  await come(0)
  await raise(0)
  const given = await Promise.all(
    Array.from({ length: 40 }, (_, index) => give(0, undefined, index % 2 ? table.chair : table.secretary)),
  )
  expect(new Set(given.map(({ turnId }) => turnId)).size).toBe(1)
  expect(await listTurns(ground.db, meetingId)).toHaveLength(1)
  expect(ground.told).toHaveLength(1)
})

test('a pause stops the clock and nothing else; what is paused twice is paused once', async () => {
  const { ground, meetingId, come, raise, give, floor, after, table, at } = await sitting()
  after(0)
  await come(0)
  await raise(0)
  const asked = { meetingId, turnId: (await give(0)).turnId }
  await expect(pauseFloor(ground, at(0).holder, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  after(10)
  ground.told.length = 0
  await pauseFloor(ground, table.chair, asked)
  await pauseFloor(ground, table.secretary, asked)
  expect(ground.told).toHaveLength(1)
  expect((await floor()).turn).toMatchObject({ runningSince: null, spent: 10_000 })
  after(60)
  await resumeFloor(ground, table.chair, asked)
  after(65)
  await takeFloor(ground, table.chair, asked)
  expect(await listTurns(ground.db, meetingId)).toMatchObject([{ seconds: 15 }])
  for (const act of [pauseFloor, resumeFloor])
    await expect(act(ground, table.chair, asked)).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'turn-over',
    })
})

test('the speaker may finish; nobody else but who presides takes the floor, and it is taken once', async () => {
  const { ground, meetingId, come, raise, give, table, at, person } = await sitting()
  await come(0, 1)
  await raise(0)
  const asked = { meetingId, turnId: (await give(0)).turnId }
  for (const who of [at(1).holder, await person()])
    await expect(takeFloor(ground, who, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  ground.told.length = 0
  await Promise.all([
    takeFloor(ground, at(0).holder, asked),
    ...Array.from({ length: 39 }, () => takeFloor(ground, table.chair, asked)),
  ])
  expect(ground.told).toHaveLength(1)
  const elsewhere = await aSitting()
  await expect(
    takeFloor(ground, elsewhere.table.chair, { ...asked, meetingId: elsewhere.meetingId }),
  ).rejects.toMatchObject({ kind: 'unseen' })
})

test('the turn of a seat that has spoken before counts on, and who leaves in the middle has spoken so long', async () => {
  const { ground, meetingId, at, come, raise, give, floor, after } = await sitting()
  after(0)
  await come(0)
  await raise(0)
  const { turnId } = await give(0)
  after(20)
  await raise(0)
  await give(0, turnId)
  after(50)
  await leavePlace(ground, at(0).holder, { meetingId, seatId: at(0).id })
  expect(await floor()).toMatchObject({ turn: null, spoken: { [at(0).id]: 50_000 } })
})

test('the balance of voices counts turns, time and messages by seat and by language, for officers only', async () => {
  const { ground, meetingId, roomId, at, come, raise, give, after, table, person } = await sitting()
  after(0)
  await come(0, 1)
  await raise(0)
  await give(0)
  after(30)
  for (const language of ['it', 'ar', 'ar'] as const)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
    await postMessage(ground, at(1).holder, {
      roomId,
      text: 'parole',
      language,
      organisationId: at(1).organisationId,
      clientId: randomUUID(),
    })
  after(31)
  const balance = await showBalance(ground, table.moderator, { meetingId })
  expect(balance.seats).toMatchObject([
    { seatId: at(0).id, turns: 1, seconds: 31, messages: 0 },
    { seatId: at(1).id, turns: 0, seconds: 0, messages: 3 },
    { seatId: at(2).id, turns: 0, seconds: 0, messages: 0 },
  ])
  expect(balance.languages).toEqual([
    { language: 'ar', messages: 2 },
    { language: 'it', messages: 1 },
  ])
  for (const who of [at(0).holder, await person()])
    await expect(showBalance(ground, who, { meetingId })).rejects.toMatchObject({ kind: 'forbidden' })
})
