import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { giveFloor, leavePlace, lowerHand, raiseHand, readFloor, takePlace } from '#server/floor/index.ts'
import { guest } from '#tests/support/world.ts'
import { aSitting } from '#tests/support/sitting.ts'

async function sitting() {
  const its = await aSitting()
  const floor = () => readFloor(its.ground.db, { id: its.meetingId, seatSeconds: null })
  const queue = async () =>
    (await floor()).queue.map(({ seatId }) => its.seats.findIndex(({ id }) => id === seatId))
  return { ...its, floor, queue }
}

test('hands stand in one queue: points of order first, then by place in the stream', async () => {
  const { ground, at, come, handOf, queue } = await sitting()
  await come(0, 1, 2)
  await raiseHand(ground, at(1).holder, handOf(1))
  await raiseHand(ground, at(0).holder, handOf(0, 'question'))
  await raiseHand(ground, at(2).holder, handOf(2, 'point-of-order'))
  expect(await queue()).toEqual([2, 1, 0])
  expect(ground.told).toHaveLength(3)
})

test('a hand raised for something else keeps its place', async () => {
  const { ground, at, come, handOf, queue, floor } = await sitting()
  await come(0, 1)
  await raiseHand(ground, at(0).holder, handOf(0))
  await raiseHand(ground, at(1).holder, handOf(1))
  await raiseHand(ground, at(0).holder, handOf(0, 'reply'))
  expect(await queue()).toEqual([0, 1])
  expect((await floor()).queue[0]?.kind).toBe('reply')
})

test('a hand raised by someone without a seat is refused, and nobody is told', async () => {
  const { ground, meetingId, at, come, handOf, person, table } = await sitting()
  await come(0)
  for (const who of [await person(), table.chair, at(1).holder])
    await expect(raiseHand(ground, who, handOf(0))).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-seats',
    })
  await expect(raiseHand(ground, guest, handOf(0))).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(
    raiseHand(ground, at(0).holder, { meetingId, seatId: at(0).id, kind: 'shout' as never }),
  ).rejects.toMatchObject({ fields: { kind: { reason: 'not-in-list' } } })
  expect(ground.told).toEqual([])
})

test('a hand is raised by who is there: not by an absent seat, nor by the other person of the seat', async () => {
  const { ground, at, come, handOf } = await sitting()
  await expect(raiseHand(ground, at(0).holder, handOf(0))).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'not-present',
  })
  await come(0)
  await expect(raiseHand(ground, at(0).alternate, handOf(0))).rejects.toMatchObject({
    reason: 'not-present',
  })
  const called = await aSitting({ state: 'called' })
  await expect(raiseHand(called.ground, called.at(0).holder, called.handOf(0))).rejects.toMatchObject({
    reason: 'meeting-not-open',
  })
})

test('an outsider finds no meeting to raise a hand in', async () => {
  const { ground, person, handOf, at, meetingId } = await aSitting({ visibility: 'members' })
  const outsider = await person()
  await expect(raiseHand(ground, outsider, handOf(0))).rejects.toMatchObject({ kind: 'unseen' })
  await expect(lowerHand(ground, outsider, { meetingId, seatId: at(0).id })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('a retry raises no second hand, not even after the floor was given; forty at once raise one', async () => {
  const { ground, meetingId, at, come, handOf, queue, table } = await sitting()
  await come(0)
  const asked = handOf(0)
  const first = await raiseHand(ground, at(0).holder, asked)
  await giveFloor(ground, table.chair, { meetingId, seatId: at(0).id })
  expect(await raiseHand(ground, at(0).holder, asked)).toEqual(first)
  expect(await queue()).toEqual([])
  ground.told.length = 0
  await Promise.all(
    Array.from({ length: 40 }, () =>
      raiseHand(ground, at(0).holder, { ...handOf(0), clientId: randomUUID() }),
    ),
  )
  expect(await queue()).toEqual([0])
  expect(ground.told).toHaveLength(1)
})

test('one lowers one’s own hand, the chair lowers any, and a hand that is down stays down', async () => {
  const { ground, meetingId, at, come, handOf, queue, table, person } = await sitting()
  await come(0, 1)
  await raiseHand(ground, at(0).holder, handOf(0))
  await raiseHand(ground, at(1).holder, handOf(1))
  for (const [who, reason] of [
    [at(1).holder, 'only-for-seats'],
    [at(0).alternate, 'not-your-hand'],
    [await person(), 'only-for-seats'],
  ] as const)
    await expect(lowerHand(ground, who, { meetingId, seatId: at(0).id })).rejects.toMatchObject({
      kind: 'forbidden',
      reason,
    })
  await lowerHand(ground, at(0).holder, { meetingId, seatId: at(0).id })
  await lowerHand(ground, table.secretary, { meetingId, seatId: at(1).id })
  ground.told.length = 0
  await lowerHand(ground, at(0).holder, { meetingId, seatId: at(0).id })
  expect(await queue()).toEqual([])
  expect(ground.told).toEqual([])
})

test('a hand comes down with who raised it: by leaving, or when the holder replaces an alternate', async () => {
  const { ground, meetingId, at, come, handOf, queue } = await sitting()
  await come(0)
  await raiseHand(ground, at(0).holder, handOf(0))
  await takePlace(ground, at(1).alternate, { meetingId, seatId: at(1).id, part: 'alternate' })
  await raiseHand(ground, at(1).alternate, handOf(1))
  expect(await queue()).toEqual([0, 1])
  await takePlace(ground, at(1).holder, { meetingId, seatId: at(1).id, part: 'holder' })
  expect(await queue()).toEqual([0])
  await leavePlace(ground, at(0).holder, { meetingId, seatId: at(0).id })
  expect(await queue()).toEqual([])
})
