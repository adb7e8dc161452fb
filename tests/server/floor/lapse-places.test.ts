import { expect, test } from 'vitest'
import {
  findPresent,
  giveFloor,
  keepPlace,
  keepPlacesOf,
  lapsePlaces,
  listAttendance,
  listTurns,
  raiseHand,
  readFloor,
} from '#server/floor/index.ts'
import { aSitting } from '#tests/support/sitting.ts'
import { dayFromNow } from '#tests/support/world.ts'

test('a page that was opened keeps a place for ten minutes, and opening another keeps it on', async () => {
  const { ground, meetingId, roomId, at, come, after } = await aSitting()
  after(0)
  await come(0)
  after(500)
  await keepPlace(ground, at(0).holder, { meetingId })
  after(1_090)
  await lapsePlaces(ground)
  expect(await findPresent(ground.db, meetingId, at(0).id)).toBeDefined()
  after(1_101)
  await lapsePlaces(ground)
  expect(await findPresent(ground.db, meetingId, at(0).id)).toBeUndefined()
  expect(ground.told.filter(({ streamId }) => streamId === roomId)).toHaveLength(1)
})

test('a live connection keeps a place for a minute at a time, and a page no longer does', async () => {
  const { ground, meetingId, roomId, at, come, after } = await aSitting()
  after(0)
  await come(0, 1)
  const connected = [{ roomId, personId: at(0).holder.id }]
  for (const seconds of [10, 60, 110]) {
    after(seconds)
    await keepPlacesOf(ground, connected)
  }
  after(169)
  await lapsePlaces(ground)
  expect(await findPresent(ground.db, meetingId, at(0).id)).toBeDefined()
  after(171)
  await lapsePlaces(ground)
  expect(await findPresent(ground.db, meetingId, at(0).id)).toBeUndefined()
  // The other one reads without a live connection.
  expect(await findPresent(ground.db, meetingId, at(1).id)).toBeDefined()
  const history = await listAttendance(ground.db, meetingId)
  expect(history.find(({ seatId }) => seatId === at(0).id)?.endedBy).toBe('lapsed')
})

test('two nodes that sweep at once tell each lapse once; the hand comes down and the turn is over', async () => {
  const { ground, meetingId, roomId, at, come, after, handOf, table } = await aSitting()
  after(0)
  await come(0, 1, 2)
  await raiseHand(ground, at(0).holder, handOf(0))
  await raiseHand(ground, at(1).holder, handOf(1))
  await giveFloor(ground, table.chair, { meetingId, seatId: at(0).id })
  ground.told.length = 0
  after(700)
  await Promise.all(Array.from({ length: 40 }, () => lapsePlaces(ground)))
  // The sweep is for every meeting, those of other tests too.
  const told = () => ground.told.filter(({ streamId }) => streamId === roomId)
  expect(told()).toHaveLength(3)
  const floor = await readFloor(ground.db, { id: meetingId, seatSeconds: null })
  expect(floor).toMatchObject({ turn: null, queue: [] })
  expect(await listTurns(ground.db, meetingId)).toMatchObject([{ seatId: at(0).id, seconds: 700 }])
  await lapsePlaces(ground)
  expect(told()).toHaveLength(3)
})

test('a mandate that ends during the meeting ends the presence', async () => {
  const { ground, meetingId, at, come } = await aSitting()
  await come(0, 1)
  await ground.db
    .updateTable('mandates')
    .set({ endsOn: dayFromNow(-1) })
    .where('seatId', '=', at(0).id)
    .execute()
  await lapsePlaces(ground)
  expect(await findPresent(ground.db, meetingId, at(0).id)).toBeUndefined()
  expect(await findPresent(ground.db, meetingId, at(1).id)).toBeDefined()
  expect((await listAttendance(ground.db, meetingId)).map(({ endedBy }) => endedBy)).toContain(
    'mandate-ended',
  )
})

test('those who are connected in another room, or only look on, keep nothing', async () => {
  const { ground, meetingId, at, come, after, consultation, person } = await aSitting()
  const other = consultation
  after(0)
  await come(0)
  await keepPlacesOf(ground, [
    { roomId: (await aSitting()).roomId, personId: at(0).holder.id },
    { roomId: other.roomId, personId: (await person()).id },
  ])
  after(601)
  await lapsePlaces(ground)
  expect(await findPresent(ground.db, meetingId, at(0).id)).toBeUndefined()
})
