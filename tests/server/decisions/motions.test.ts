import { expect, test } from 'vitest'
import {
  moveMotion,
  showDecisions,
  showMotion,
  supportMotion,
  withdrawMotion,
} from '#server/decisions/index.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aMotion, aDecidingTable, asPut, toldIn } from '#tests/support/deciding.ts'
import { aWorld, guest } from '#tests/support/world.ts'
import { putMotion } from '#server/decisions/index.ts'

test('a seat that is present moves on the running item, and everybody who may see the meeting reads it', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { first, meetingId, itemId, roomId } = sitting
  const moved = await moveMotion(world.ground, first.holder, aMotion(sitting, first))
  expect(moved).toMatchObject({ number: 1, roomId })
  expect(await showDecisions(world.ground, guest, { meetingId })).toMatchObject({
    motions: [
      {
        id: moved.motionId,
        number: 1,
        organisation: first.name,
        itemId,
        state: 'moved',
        supports: [],
        proposal: null,
      },
    ],
    may: { move: false, put: false, record: false, setTasks: false },
  })
  expect(await toldIn(world, roomId)).toEqual(['motion-moved'])
})

test('whoever has no seat, another’s seat, or has not taken the seat’s place, moves nothing', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world, { present: 2 })
  const { first, third } = sitting
  const move = (who: typeof first.holder, seat: typeof first) =>
    moveMotion(world.ground, who, aMotion(sitting, seat))
  await expect(move(await world.person(), first)).rejects.toMatchObject({ reason: 'not-your-seat' })
  await expect(move(third.holder, first)).rejects.toMatchObject({ reason: 'not-your-seat' })
  await expect(move(third.holder, third)).rejects.toMatchObject({ reason: 'not-present' })
  // The holder is there: the alternate is not who speaks for the seat.
  await expect(move(first.alternate, first)).rejects.toMatchObject({ reason: 'not-present' })
  await expect(moveMotion(world.ground, guest, aMotion(sitting, first))).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  expect(world.ground.told).toEqual([])
})

test('words too few, signs that are no words, an unknown language and a strange field are refused', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const wrong = (more: object) =>
    moveMotion(world.ground, sitting.first.holder, aMotion(sitting, sitting.first, more))
  await expect(wrong({ text: 'Breve' })).rejects.toMatchObject({ fields: { text: { reason: 'too-short' } } })
  await expect(wrong({ text: '…………………………' })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(wrong({ text: 'x'.repeat(1501) })).rejects.toMatchObject({
    fields: { text: { reason: 'too-long' } },
  })
  await expect(wrong({ language: 'klingon' })).rejects.toMatchObject({
    fields: { language: { reason: 'not-in-list' } },
  })
  await expect(wrong({ movedBy: sitting.chair.id })).rejects.toMatchObject({
    fields: { movedBy: { reason: 'unknown-field' } },
  })
  expect(world.ground.told).toEqual([])
})

test('nothing is moved before the meeting opens or after it closes', async () => {
  const world = await aWorld()
  for (const state of ['called', 'closed'] as const) {
    const sitting = await aDecidingTable(world)
    const openedAt = state === 'called' ? null : new Date(Date.now() - 60_000)
    await world.ground.db
      .updateTable('meetings')
      .set({ state, openedAt, closedAt: state === 'closed' ? new Date() : null })
      .where('id', '=', sitting.meetingId)
      .execute()
    await expect(
      moveMotion(world.ground, sitting.first.holder, aMotion(sitting, sitting.first)),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'meeting-not-open' })
  }
})

test('a motion may ask to vote on a published proposal of the same consultation, and on no other', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { first, meetingId } = sitting
  const published = await aProposal(world, sitting.consultation)
  const draft = await aProposal(world, sitting.consultation, { state: 'draft' })
  const elsewhere = await aProposal(world, await world.consultation())
  const move = (proposalId: string) =>
    moveMotion(world.ground, first.holder, aMotion(sitting, first, { proposalId }))
  for (const { id } of [draft, elsewhere])
    await expect(move(id)).rejects.toMatchObject({
      fields: { proposalId: { reason: 'proposal-not-votable' } },
    })
  await move(published.id)
  const { motions } = await showDecisions(world.ground, guest, { meetingId })
  expect(motions).toMatchObject([{ proposal: { id: published.id, number: published.number } }])
})

test('of forty motions at once each has its own number; a retry is the same motion', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { first } = sitting
  const moved = await Promise.all(
    Array.from({ length: 40 }, () => moveMotion(world.ground, first.holder, aMotion(sitting, first))),
  )
  expect(moved.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  )
  const asked = aMotion(sitting, first)
  const same = await Promise.all(
    Array.from({ length: 40 }, () => moveMotion(world.ground, first.holder, asked)),
  )
  expect(new Set(same.map(({ number }) => number))).toEqual(new Set([41]))
})

test('the seat that moved it takes it back, by its alternate too, until it is put', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world)
  const { first, second, chair, roomId, meetingId } = sitting
  const { motionId } = await moveMotion(world.ground, first.holder, aMotion(sitting, first))
  for (const other of [second.holder, chair])
    await expect(withdrawMotion(world.ground, other, { motionId })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'not-your-seat',
    })
  await withdrawMotion(world.ground, first.alternate, { motionId })
  await withdrawMotion(world.ground, first.holder, { motionId })
  expect(await toldIn(world, roomId)).toEqual(['motion-moved', 'motion-withdrawn'])
  expect((await showDecisions(world.ground, guest, { meetingId })).motions).toMatchObject([
    { state: 'withdrawn' },
  ])
  await expect(
    supportMotion(world.ground, second.holder, { motionId, seatId: second.id }),
  ).rejects.toMatchObject({ reason: 'motion-withdrawn' })

  const other = await moveMotion(world.ground, first.holder, aMotion(sitting, first))
  await putMotion(world.ground, chair, asPut(other.motionId))
  await expect(
    withdrawMotion(world.ground, first.holder, { motionId: other.motionId }),
  ).rejects.toMatchObject({ reason: 'motion-already-put' })
})

test('a seat supports another’s motion once, however often it says so', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world, { present: 2 })
  const { first, second, third, roomId } = sitting
  const { motionId } = await moveMotion(world.ground, first.holder, aMotion(sitting, first))
  const support = (who: typeof first.holder, seatId: string) =>
    supportMotion(world.ground, who, { motionId, seatId })
  await expect(support(first.holder, first.id)).rejects.toMatchObject({ reason: 'motion-your-own' })
  await expect(support(third.holder, third.id)).rejects.toMatchObject({ reason: 'not-present' })
  await expect(support(third.holder, second.id)).rejects.toMatchObject({ reason: 'not-your-seat' })
  await Promise.all(Array.from({ length: 40 }, () => support(second.holder, second.id)))
  expect(await showMotion(world.ground, guest, { motionId })).toMatchObject({
    supports: [{ seatId: second.id, organisation: second.name }],
    mayPut: false,
  })
  expect(await toldIn(world, roomId)).toEqual(['motion-moved', 'motion-supported'])
})

test('a members-only meeting has no motions for anybody else, and an absent one answers alike', async () => {
  const world = await aWorld()
  const sitting = await aDecidingTable(world, { visibility: 'members' })
  const { first, meetingId } = sitting
  const { motionId } = await moveMotion(world.ground, first.holder, aMotion(sitting, first))
  const outsider = await world.person()
  const absent = '00000000-0000-4000-8000-000000000000'
  for (const id of [motionId, absent]) {
    const unseen = { kind: 'unseen', reason: 'motion' }
    await expect(showMotion(world.ground, outsider, { motionId: id })).rejects.toMatchObject(unseen)
    await expect(withdrawMotion(world.ground, outsider, { motionId: id })).rejects.toMatchObject(unseen)
    await expect(
      supportMotion(world.ground, outsider, { motionId: id, seatId: first.id }),
    ).rejects.toMatchObject(unseen)
    await expect(putMotion(world.ground, outsider, asPut(id))).rejects.toMatchObject(unseen)
  }
  for (const id of [meetingId, absent])
    await expect(showDecisions(world.ground, outsider, { meetingId: id })).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'meeting',
    })
})
