import { expect, test } from 'vitest'
import { castVote, showBallot } from '#server/ballots/index.ts'
import { aBallot, votesOf } from '#tests/support/decisions.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

test('a seat votes once, by its holder or its alternate: the last of the two stands, and both see it', async () => {
  const world = await aWorld()
  const { id: ballotId, seats } = await aBallot(world)
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  const cast = (who: typeof seat.holder, choice: 'for' | 'against', reason = '') =>
    castVote(world.ground, who, { ballotId, unit: 'seat', seatId: seat.id, choice, reason })
  await cast(seat.holder, 'for')
  await cast(seat.alternate, 'against', 'Mancano i tempi')
  expect(await votesOf(world, ballotId)).toMatchObject([
    {
      unit: 'seat',
      electorId: seat.id,
      castBy: seat.alternate.id,
      choice: 'against',
      reason: 'Mancano i tempi',
    },
  ])
  for (const who of [seat.holder, seat.alternate]) {
    const { mySeats } = await showBallot(world.ground, who, { ballotId })
    expect(mySeats).toMatchObject([{ seatId: seat.id, vote: { choice: 'against', castBy: 'Supplente' } }])
  }
})

test('one’s own vote and one’s seat’s vote are two, and stay two', async () => {
  const world = await aWorld()
  const { id: ballotId, seats } = await aBallot(world)
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  await castVote(world.ground, seat.holder, { ballotId, unit: 'seat', seatId: seat.id, choice: 'for' })
  await castVote(world.ground, seat.holder, { ballotId, unit: 'person', choice: 'against' })
  const votes = await votesOf(world, ballotId)
  expect(votes.map(({ unit, choice }) => `${unit} ${choice}`).sort()).toEqual(['person against', 'seat for'])
})

test('a vote can be changed until the close; saying the same again changes nothing', async () => {
  const world = await aWorld()
  const { id: ballotId } = await aBallot(world)
  const person = (await aBallot(world)).seats[0]?.holder
  if (!person) throw new Error('no person')
  const early = await world.ground.db
    .updateTable('people')
    .set({ createdAt: new Date(Date.now() - 86_400_000) })
    .where('id', '=', person.id)
    .execute()
  expect(early).toHaveLength(1)
  const cast = (choice: 'for' | 'abstain') =>
    castVote(world.ground, person, { ballotId, unit: 'person', choice })
  const first = await cast('for')
  expect(await cast('for')).toEqual(first)
  const changed = await cast('abstain')
  expect(changed.castAt).toEqual(first.castAt)
  expect(changed.changedAt).not.toBeNull()
  expect(await votesOf(world, ballotId)).toHaveLength(1)
})

test('nobody votes for another’s seat, with an ended mandate, or for a seat without a vote', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world)
  const [mine, other] = ballot.seats
  if (!mine || !other) throw new Error('no seats')
  const cast = (who: typeof mine.holder, seatId: string) =>
    castVote(world.ground, who, { ballotId: ballot.id, unit: 'seat', seatId, choice: 'for' })
  await expect(cast(mine.holder, other.id)).rejects.toMatchObject({
    kind: 'forbidden',
    reason: 'not-your-seat',
  })
  await expect(cast(await world.person(), mine.id)).rejects.toMatchObject({ reason: 'not-your-seat' })
  await world.ground.db
    .updateTable('mandates')
    .set({ endsOn: dayFromNow(-2) })
    .where('seatId', '=', mine.id)
    .where('part', '=', 'holder')
    .execute()
  await expect(cast(mine.holder, mine.id)).rejects.toMatchObject({ reason: 'not-your-seat' })
  await cast(mine.alternate, mine.id)

  const observer = await world.organisation()
  const seat = await world.seat({
    tableId: ballot.consultation.table.id,
    organisationId: observer.id,
    kind: 'observer',
    holder: observer.representative,
  })
  await expect(cast(observer.representative, seat.id)).rejects.toMatchObject({ reason: 'seat-not-on-roll' })
})

test('before it opens, after it closes and without signing in nobody votes', async () => {
  const world = await aWorld()
  const planned = await aBallot(world, { state: 'planned' })
  const open = await aBallot(world, { closes: 30 })
  const voter = planned.chair
  const cast = (who: typeof voter | typeof guest, ballotId: string) =>
    castVote(world.ground, who, { ballotId, unit: 'person', choice: 'for' })
  await expect(cast(voter, planned.id)).rejects.toMatchObject({ kind: 'conflict', reason: 'voting-not-open' })
  await expect(cast(guest, open.id)).rejects.toMatchObject({ reason: 'sign-in-first' })
  world.ground.setNow(new Date(Date.now() + 31 * 60_000))
  await expect(cast(open.chair, open.id)).rejects.toMatchObject({ kind: 'conflict', reason: 'voting-closed' })
  expect(await votesOf(world, open.id)).toEqual([])
})

test('the first voter opens a ballot whose time has come, when the job is late', async () => {
  const world = await aWorld()
  const { id: ballotId, seats } = await aBallot(world, { state: 'planned', opens: 10 })
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  world.ground.setNow(new Date(Date.now() + 11 * 60_000))
  await castVote(world.ground, seat.holder, { ballotId, unit: 'seat', seatId: seat.id, choice: 'for' })
  expect(await showBallot(world.ground, guest, { ballotId })).toMatchObject({ state: 'open', seatsOnRoll: 3 })
})

test('a members-only ballot does not exist outside it', async () => {
  const world = await aWorld()
  const { id: ballotId } = await aBallot(world, { visibility: 'members' })
  const outsider = await world.person()
  await expect(
    castVote(world.ground, outsider, { ballotId, unit: 'person', choice: 'for' }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await expect(showBallot(world.ground, outsider, { ballotId })).rejects.toMatchObject({ kind: 'unseen' })
})

test('forty votes at once of one seat, from both its people, are one vote', async () => {
  const world = await aWorld()
  const { id: ballotId, seats } = await aBallot(world)
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      castVote(world.ground, index % 2 ? seat.holder : seat.alternate, {
        ballotId,
        unit: 'seat',
        seatId: seat.id,
        choice: index % 3 ? 'for' : 'against',
      }),
    ),
  )
  expect(await votesOf(world, ballotId)).toHaveLength(1)
})

test('no event is written for a vote', async () => {
  const world = await aWorld()
  const { id: ballotId, chair } = await aBallot(world)
  await castVote(world.ground, chair, { ballotId, unit: 'person', choice: 'for' })
  expect(world.ground.told).toEqual([])
})
