import { expect, test } from 'vitest'
import { castVote, openBallot, showBallot } from '#server/ballots/index.ts'
import { nameHolder } from '#server/tables/index.ts'
import { aBallot, votesOf } from '#tests/support/decisions.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

test('a seat votes once, by its alternate in the holder’s absence: the holder’s own vote stands, and both see it', async () => {
  const world = await aWorld()
  const { id: ballotId, seats } = await aBallot(world)
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  const cast = (who: typeof seat.holder, choice: 'for' | 'against', reason = '') =>
    castVote(world.ground, who, { ballotId, unit: 'seat', seatId: seat.id, choice, reason })
  await cast(seat.alternate, 'for')
  expect(await votesOf(world, ballotId)).toMatchObject([{ castBy: seat.alternate.id }])
  await cast(seat.holder, 'against', 'Mancano i tempi')
  await expect(cast(seat.alternate, 'for')).rejects.toMatchObject({ reason: 'holder-has-voted' })
  expect(await votesOf(world, ballotId)).toMatchObject([
    {
      unit: 'seat',
      electorId: seat.id,
      castBy: seat.holder.id,
      choice: 'against',
      reason: 'Mancano i tempi',
    },
  ])
  for (const who of [seat.holder, seat.alternate]) {
    const { mySeats } = await showBallot(world.ground, who, { ballotId })
    expect(mySeats).toMatchObject([
      { seatId: seat.id, vote: { choice: 'against', castBy: 'Rappresentante' } },
    ])
  }
})

test('what the holder voted stands before the alternate, also once another holder took their place on the same day', async () => {
  const world = await aWorld()
  const { id: ballotId, seats, chair } = await aBallot(world)
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  const cast = (who: typeof seat.holder, choice: 'for' | 'against') =>
    castVote(world.ground, who, { ballotId, unit: 'seat', seatId: seat.id, choice })
  await cast(seat.holder, 'against')
  const next = await world.person()
  await world.joins(next, seat.organisationId)
  const today = dayFromNow(0)
  await nameHolder(world.ground, chair, {
    seatId: seat.id,
    personId: next.id,
    actNumber: 'DD 9',
    actDate: today,
    startsOn: today,
  })
  await expect(cast(seat.alternate, 'for')).rejects.toMatchObject({ reason: 'holder-has-voted' })
  await cast(next, 'for')
  expect(await votesOf(world, ballotId)).toMatchObject([{ castBy: next.id, choice: 'for' }])
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
  await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      castVote(world.ground, index % 2 ? seat.holder : seat.alternate, {
        ballotId,
        unit: 'seat',
        seatId: seat.id,
        choice: index % 3 ? 'for' : 'against',
      }),
    ),
  )
  expect(await votesOf(world, ballotId)).toMatchObject([{ castBy: seat.holder.id }])
})

test('no event is written for a vote', async () => {
  const world = await aWorld()
  const { id: ballotId, chair } = await aBallot(world)
  await castVote(world.ground, chair, { ballotId, unit: 'person', choice: 'for' })
  expect(world.ground.told).toEqual([])
})

test('where only organisations take part, who speaks for none has no vote as a person and is not counted', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const twice = [
    await aBallot(world, { state: 'planned', seats: 0 }),
    await aBallot(world, { state: 'planned', seats: 0 }),
  ] as const
  const ids = twice.map(({ consultation }) => consultation.id)
  await ground.db
    .updateTable('consultations')
    .set({ participation: 'organisations' })
    .where('id', 'in', ids)
    .execute()
  const { representative } = await world.organisation()
  const peopleOn = async ({ id: ballotId, chair }: (typeof twice)[number]) => {
    await openBallot(ground, chair, { ballotId })
    return (await showBallot(ground, chair, { ballotId })).peopleOnRoll
  }
  const before = await peopleOn(twice[0])
  const alone = await person()
  expect(await peopleOn(twice[1])).toBe(before)
  const vote = { ballotId: twice[1].id, unit: 'person' as const, choice: 'for' as const }
  await castVote(ground, representative, vote)
  await expect(castVote(ground, alone, vote)).rejects.toMatchObject({ reason: 'not-on-roll' })
})

test('an address that was only written to is not counted among who may vote', async () => {
  const world = await aWorld()
  const { ground } = world
  const twice = [
    await aBallot(world, { state: 'planned', seats: 0 }),
    await aBallot(world, { state: 'planned', seats: 0 }),
  ]
  const counts = []
  for (const { id: ballotId, chair } of twice) {
    await openBallot(ground, chair, { ballotId })
    counts.push((await showBallot(ground, chair, { ballotId })).peopleOnRoll)
    await ground.db
      .insertInto('people')
      .values({ email: `${ballotId}@people.test`, name: '', language: 'it' })
      .execute()
  }
  expect(counts[1]).toBe(counts[0])
})
