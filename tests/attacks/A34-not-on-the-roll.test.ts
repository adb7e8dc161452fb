import { expect, test } from 'vitest'
import { castVote, closeBallot, openBallot, showBallot } from '#server/ballots/index.ts'
import { aBallot } from '#tests/support/decisions.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

test('A34: who registers after the opening is not on the roll of persons', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world)
  await new Promise((resolve) => setTimeout(resolve, 5))
  const late = await world.person()
  await expect(
    castVote(world.ground, late, { ballotId: ballot.id, unit: 'person', choice: 'for' }),
  ).rejects.toMatchObject({ kind: 'forbidden', reason: 'not-on-roll' })
  expect((await showBallot(world.ground, late, { ballotId: ballot.id })).me).toMatchObject({
    isOnRoll: false,
  })
})

test('A34: a seat appointed after the opening has no vote in it, whoever holds it', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { state: 'planned' })
  await openBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  const late = await world.organisation()
  const seat = await world.seat({
    tableId: ballot.consultation.table.id,
    organisationId: late.id,
    holder: late.representative,
  })
  await expect(
    castVote(world.ground, late.representative, {
      ballotId: ballot.id,
      unit: 'seat',
      seatId: seat.id,
      choice: 'for',
    }),
  ).rejects.toMatchObject({ reason: 'seat-not-on-roll' })
})

test('A34: a person replaced in the middle of the vote casts nothing more; the successor may change the seat’s vote', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world)
  const [seat] = ballot.seats
  if (!seat) throw new Error('no seat')
  const cast = (who: typeof seat.holder, choice: 'for' | 'against') =>
    castVote(world.ground, who, { ballotId: ballot.id, unit: 'seat', seatId: seat.id, choice })
  await cast(seat.holder, 'for')
  await world.ground.db
    .updateTable('mandates')
    .set({ endsOn: dayFromNow(-2), endReason: 'Revoca' })
    .where('seatId', '=', seat.id)
    .where('personId', '=', seat.holder.id)
    .execute()
  const successor = await world.person()
  await world.ground.db
    .insertInto('mandates')
    .values({
      seatId: seat.id,
      personId: successor.id,
      part: 'holder',
      actNumber: 'DDG 2',
      actDate: dayFromNow(-2),
      startsOn: dayFromNow(-2),
    })
    .execute()
  await expect(cast(seat.holder, 'against')).rejects.toMatchObject({ reason: 'not-your-seat' })
  expect((await showBallot(world.ground, successor, { ballotId: ballot.id })).mySeats).toMatchObject([
    { vote: { choice: 'for' } },
  ])
  await cast(successor, 'against')
})

test('A34: the roll of a members-only consultation stands still at the opening; who is put out casts nothing more', async () => {
  const world = await aWorld()
  const [member, late] = [await world.person(), await world.person()]
  const ballot = await aBallot(world, { visibility: 'members', state: 'planned' })
  const { db } = world.ground
  const cast = (who: typeof member) =>
    castVote(world.ground, who, { ballotId: ballot.id, unit: 'person', choice: 'for' })
  const letIn = (who: typeof member) =>
    db
      .insertInto('consultationMembers')
      .values({ consultationId: ballot.consultation.id, personId: who.id, addedBy: ballot.chair.id })
      .execute()
  await expect(cast(member)).rejects.toMatchObject({ kind: 'unseen' })
  await letIn(member)
  await openBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  const { peopleOnRoll } = await showBallot(world.ground, member, { ballotId: ballot.id })
  await letIn(late)
  await cast(member)
  await expect(cast(late)).rejects.toMatchObject({ reason: 'not-on-roll' })
  expect((await showBallot(world.ground, late, { ballotId: ballot.id })).me.isOnRoll).toBe(false)
  await db.deleteFrom('consultationMembers').where('personId', '=', member.id).execute()
  await expect(cast(member)).rejects.toMatchObject({ kind: 'unseen' })
  await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  expect(await showBallot(world.ground, ballot.chair, { ballotId: ballot.id })).toMatchObject({
    peopleOnRoll,
    result: { persons: { for: 1, against: 0, abstain: 0 } },
  })
  await expect(showBallot(world.ground, guest, { ballotId: ballot.id })).rejects.toMatchObject({
    kind: 'unseen',
  })
})
