import { expect, test } from 'vitest'
import {
  findPresent,
  keepPlace,
  leavePlace,
  listAttendance,
  quorumOf,
  readPresence,
  takePlace,
} from '#server/floor/index.ts'
import { aSitting } from '#tests/support/sitting.ts'
import { dayFromNow, guest } from '#tests/support/world.ts'

test('an alternate is there only while the holder is away, and leaves when the holder comes', async () => {
  const { ground, meetingId, at } = await aSitting()
  const { id: seatId, holder, alternate } = at(0)
  const here = () => readPresence(ground.db, meetingId, new Date())
  await takePlace(ground, alternate, { meetingId, seatId, part: 'alternate' })
  expect(await here()).toMatchObject({ holders: [], alternates: [seatId] })
  await takePlace(ground, holder, { meetingId, seatId, part: 'holder' })
  expect(await here()).toMatchObject({ holders: [seatId], alternates: [] })
  await expect(takePlace(ground, alternate, { meetingId, seatId, part: 'alternate' })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'holder-present',
  })
  expect(ground.told).toHaveLength(2)
  const history = await listAttendance(ground.db, meetingId)
  expect(history.map(({ part, endedBy }) => [part, endedBy])).toEqual([
    ['alternate', 'replaced'],
    ['holder', null],
  ])
})

test('coming as what one is not, or to another’s seat, is refused and nobody is told', async () => {
  const { ground, meetingId, at, person } = await aSitting()
  const { id: seatId, holder, alternate } = at(0)
  for (const [who, part] of [
    [holder, 'alternate'],
    [alternate, 'holder'],
    [await person(), 'holder'],
    [at(1).holder, 'holder'],
  ] as const)
    await expect(takePlace(ground, who, { meetingId, seatId, part })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  await expect(takePlace(ground, guest, { meetingId, seatId, part: 'holder' })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  await expect(
    takePlace(ground, holder, { meetingId, seatId, part: 'chair' as never }),
  ).rejects.toMatchObject({ fields: { part: { reason: 'not-in-list' } } })
  expect(ground.told).toEqual([])
})

test('a mandate that is over, or has not begun, takes no place', async () => {
  const { ground, meetingId, table, person, organisation, seat } = await aSitting()
  const [old, coming] = [await person(), await person()]
  const ended = await seat({
    tableId: table.id,
    organisationId: (await organisation()).id,
    holder: old,
    endsOn: dayFromNow(-2),
  })
  const begins = await seat({
    tableId: table.id,
    organisationId: (await organisation()).id,
    holder: coming,
    startsOn: dayFromNow(3),
  })
  for (const [who, seatId] of [
    [old, ended.id],
    [coming, begins.id],
  ] as const)
    await expect(takePlace(ground, who, { meetingId, seatId, part: 'holder' })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'mandate-not-in-force',
    })
})

test('places are taken while the meeting is open, and an outsider finds no meeting', async () => {
  const { ground, meetingId, at } = await aSitting({ state: 'called' })
  const { id: seatId, holder } = at(0)
  await expect(takePlace(ground, holder, { meetingId, seatId, part: 'holder' })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'meeting-not-open',
  })
  const hidden = await aSitting({ visibility: 'members' })
  const asked = { meetingId: hidden.meetingId, seatId: hidden.at(0).id, part: 'holder' as const }
  await expect(takePlace(ground, await hidden.person(), asked)).rejects.toMatchObject({ kind: 'unseen' })
  await expect(keepPlace(ground, guest, { meetingId })).rejects.toMatchObject({ reason: 'sign-in-first' })
})

test('forty at once take one place', async () => {
  const { ground, meetingId, at } = await aSitting()
  const { id: seatId, holder, alternate } = at(0)
  await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0
        ? takePlace(ground, holder, { meetingId, seatId, part: 'holder' })
        : takePlace(ground, alternate, { meetingId, seatId, part: 'alternate' }),
    ),
  )
  expect(await findPresent(ground.db, meetingId, seatId)).toMatchObject({ personId: holder.id })
  const history = await listAttendance(ground.db, meetingId)
  expect(history.filter(({ leftAt }) => leftAt === null)).toHaveLength(1)
  // At most an alternate who was first, and the holder: nobody comes twice.
  expect(ground.told.length).toBeLessThanOrEqual(2)
  expect(ground.told).toHaveLength(history.length)
})

test('the quorum counts the voting seats in force that are present, and changes as they come and go', async () => {
  const { ground, meetingId, at, come, table, organisation, seat, person } = await aSitting({
    seats: ['voting', 'voting', 'voting', 'consultative', 'observer'],
    quorum: 50,
  })
  await seat({
    tableId: table.id,
    organisationId: (await organisation()).id,
    holder: await person(),
    endsOn: dayFromNow(-2),
  })
  const quorum = () => quorumOf(ground.db, meetingId, new Date())
  expect(await quorum()).toEqual({ voting: 3, present: 0, needed: 2 })
  await come(0, 3, 4)
  expect(await quorum()).toEqual({ voting: 3, present: 1, needed: 2 })
  await come(1)
  expect(await quorum()).toEqual({ voting: 3, present: 2, needed: 2 })
  await leavePlace(ground, at(0).holder, { meetingId, seatId: at(0).id })
  expect(await quorum()).toEqual({ voting: 3, present: 1, needed: 2 })
})

test('a table without voting seats has no quorum where one is asked for, and none to reach where none is', async () => {
  const asked = await aSitting({ seats: ['observer'], quorum: 50 })
  expect(await quorumOf(asked.ground.db, asked.meetingId, new Date())).toEqual({
    voting: 0,
    present: 0,
    needed: 1,
  })
  const free = await aSitting({ seats: ['observer'], quorum: 0 })
  expect(await quorumOf(free.ground.db, free.meetingId, new Date())).toMatchObject({ needed: 0 })
})

test('who leaves, leaves once; nobody makes another leave', async () => {
  const { ground, meetingId, at, come } = await aSitting()
  await come(0)
  const seatId = at(0).id
  await expect(leavePlace(ground, at(0).alternate, { meetingId, seatId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await leavePlace(ground, at(0).holder, { meetingId, seatId })
  await leavePlace(ground, at(0).holder, { meetingId, seatId })
  expect(ground.told).toHaveLength(1)
  expect(await findPresent(ground.db, meetingId, seatId)).toBeUndefined()
})
