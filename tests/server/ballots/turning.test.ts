import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import {
  castVote,
  closeBallot,
  closeDueBallots,
  listBallots,
  listVotes,
  openBallot,
  openDueBallots,
  showBallot,
  showTally,
  takeVotes,
} from '#server/ballots/index.ts'
import { sha256 } from '#server/canonical.ts'
import { showProposal } from '#server/proposals/index.ts'
import type { Choice } from '#server/ballots/words.ts'
import { aBallot, eventsOf, minutesFromNow, votesOf } from '#tests/support/decisions.ts'
import { aWorld, dayFromNow, guest, type World } from '#tests/support/world.ts'

type Ballot = Awaited<ReturnType<typeof aBallot>>

async function seatsVote({ ground }: World, ballot: Ballot, choices: Choice[], reason = '') {
  for (const [index, choice] of choices.entries()) {
    const seat = ballot.seats[index]
    if (seat)
      await castVote(ground, seat.holder, {
        ballotId: ballot.id,
        unit: 'seat',
        seatId: seat.id,
        choice,
        reason,
      })
  }
}

test('the chair opens before the date: the roll is frozen and the proposal is in the vote', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { state: 'planned' })
  await expect(openBallot(world.ground, await world.person(), { ballotId: ballot.id })).rejects.toMatchObject(
    {
      kind: 'forbidden',
    },
  )
  await openBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  const late = await world.organisation()
  await world.seat({
    tableId: ballot.consultation.table.id,
    organisationId: late.id,
    holder: late.representative,
  })
  expect(await showBallot(world.ground, guest, { ballotId: ballot.id })).toMatchObject({
    state: 'open',
    seatsOnRoll: 3,
    seatsNeeded: 2,
  })
  expect(await showProposal(world.ground, guest, { proposalId: ballot.proposal.id })).toMatchObject({
    state: 'voting',
  })
  expect((await eventsOf(world, ballot.consultation.id)).map(({ name }) => name)).toEqual(['ballot-opened'])
  await expect(openBallot(world.ground, ballot.chair, { ballotId: ballot.id })).rejects.toMatchObject({
    reason: 'ballot-already-open',
  })
})

test('the seats decide and the persons stand beside: a crowd against does not undo the seats', async () => {
  const world = await aWorld()
  const crowd = await Promise.all(Array.from({ length: 5 }, () => world.person()))
  const ballot = await aBallot(world)
  await seatsVote(world, ballot, ['for', 'for', 'against'], 'Per il territorio')
  for (const who of crowd)
    await castVote(world.ground, who, { ballotId: ballot.id, unit: 'person', choice: 'against' })
  expect(await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })).toMatchObject({
    outcome: 'approved',
  })
  const { result } = await showBallot(world.ground, guest, { ballotId: ballot.id })
  expect(result).toMatchObject({
    outcome: 'approved',
    seats: { for: 2, against: 1, abstain: 0 },
    persons: { for: 0, against: 5, abstain: 0 },
  })
  expect(result?.seatVotes).toHaveLength(3)
  expect(await showProposal(world.ground, guest, { proposalId: ballot.proposal.id })).toMatchObject({
    state: 'approved',
  })
  const { votes } = await listVotes(world.ground, guest, { ballotId: ballot.id })
  expect(votes.map(({ choice }) => choice)).toEqual(Array.from({ length: 5 }, () => 'against'))
})

test('a vote has a receipt that stands beside the name, on the page and in the file, and that anybody can make again', async () => {
  const world = await aWorld()
  const one = await world.person()
  const ballot = await aBallot(world)
  const { ground } = world
  const [seat] = ballot.seats
  if (!seat) throw new Error('no seat')
  await seatsVote(world, ballot, ['for'], 'Per il territorio')
  await castVote(ground, one, { ballotId: ballot.id, unit: 'person', choice: 'against' })
  const asked = { ballotId: ballot.id }
  const { definitionHash, mySeats } = await showBallot(ground, seat.holder, asked)
  const { me } = await showBallot(ground, one, asked)
  const receiptOf = (unit: string, elector: string, choice: string, reason: string) =>
    sha256(
      `{"definitionHash":"${definitionHash}","elector":"${elector}","paper":{"choice":"${choice}"},"reason":"${reason}","unit":"${unit}"}`,
    ).slice(0, 16)
  const ofSeat = receiptOf('seat', seat.id, 'for', 'Per il territorio')
  const ofPerson = receiptOf('person', one.id, 'against', '')
  expect([mySeats[0]?.vote?.receipt, me.vote?.receipt]).toEqual([ofSeat, ofPerson])
  await expect(takeVotes(ground, one, { ...asked, unit: 'seat' })).rejects.toMatchObject({
    reason: 'ballot-not-counted',
  })
  await closeBallot(ground, ballot.chair, asked)
  const { result } = await showBallot(ground, guest, asked)
  expect(new Set(result?.seatVotes.map(({ receipt }) => receipt))).toEqual(new Set([ofSeat, null]))
  expect(await takeVotes(ground, guest, { ...asked, unit: 'seat' })).toMatchObject([{ receipt: ofSeat }])
  expect((await listVotes(ground, guest, asked)).votes).toMatchObject([{ receipt: ofPerson }])
  expect(await takeVotes(ground, guest, { ...asked, unit: 'person' })).toMatchObject([
    { electorId: one.id, choice: 'against', receipt: ofPerson },
  ])
})

test('while it is open how people vote is nobody’s to know, only how many', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { seats: 7 })
  const few = await aBallot(world)
  await seatsVote(world, ballot, ['for', 'against', 'for', 'for', 'for', 'abstain'])
  await seatsVote(world, few, ['for', 'against'])
  const shown = await showBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  expect(shown, 'in steps of five').toMatchObject({ turnout: { seat: 5, person: 0 }, result: null })
  expect(await showTally(world.ground, guest, { ballotId: few.id })).toMatchObject({ turnout: { seat: 0 } })
  expect(JSON.stringify(shown)).not.toMatch(/"(against|for)"/)
  expect(await showTally(world.ground, guest, { ballotId: ballot.id })).toMatchObject({ result: null })
  await expect(listVotes(world.ground, ballot.chair, { ballotId: ballot.id })).rejects.toMatchObject({
    reason: 'ballot-not-counted',
  })
})

test('too few seats decide nothing, and the table may vote again', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { quorum: 67 })
  await seatsVote(world, ballot, ['for', 'for'])
  expect(await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })).toMatchObject({
    outcome: 'no-quorum',
  })
  const shown = await showProposal(world.ground, ballot.chair, { proposalId: ballot.proposal.id })
  expect(shown).toMatchObject({ state: 'not-approved', may: { callBallot: true } })
})

test('a mandate that ends during the vote casts nothing more, and what it has cast stands', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world)
  await seatsVote(world, ballot, ['for', 'for', 'for'])
  const [seat] = ballot.seats
  if (!seat) throw new Error('no seat')
  await world.ground.db
    .updateTable('seats')
    .set({ endsOn: dayFromNow(-2) })
    .where('id', '=', seat.id)
    .execute()
  await expect(
    castVote(world.ground, seat.holder, {
      ballotId: ballot.id,
      unit: 'seat',
      seatId: seat.id,
      choice: 'against',
    }),
  ).rejects.toMatchObject({ reason: 'not-your-seat' })
  await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  const { result, seatsOnRoll } = await showBallot(world.ground, guest, { ballotId: ballot.id })
  expect([result?.seats.for, seatsOnRoll]).toEqual([3, 3])
})

test('on its dates a ballot opens and closes by itself, once, however many nodes see to it', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { state: 'planned', opens: 10, closes: 20 })
  await openDueBallots(world.ground)
  expect(await showBallot(world.ground, guest, { ballotId: ballot.id })).toMatchObject({ state: 'planned' })

  world.ground.setNow(minutesFromNow(11))
  await Promise.all(Array.from({ length: 8 }, () => openDueBallots(world.ground)))
  await seatsVote(world, ballot, ['for', 'for', 'abstain'])
  world.ground.setNow(minutesFromNow(25))
  expect(await showBallot(world.ground, guest, { ballotId: ballot.id })).toMatchObject({ state: 'closing' })
  await Promise.all(Array.from({ length: 8 }, () => closeDueBallots(world.ground)))

  const shown = await showBallot(world.ground, guest, { ballotId: ballot.id })
  expect(shown).toMatchObject({ state: 'closed', result: { outcome: 'approved' } })
  expect([shown.openedAt, shown.closedAt]).toEqual([shown.opensAt, shown.closesAt])
  expect((await eventsOf(world, ballot.consultation.id)).map(({ name, actorId }) => [name, actorId])).toEqual(
    [
      ['ballot-opened', null],
      ['ballot-closed', null],
    ],
  )
})

test('a closed ballot is never opened again, even by hand, and no vote is deleted', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world)
  await seatsVote(world, ballot, ['for'])
  await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  await expect(openBallot(world.ground, ballot.chair, { ballotId: ballot.id })).rejects.toMatchObject({
    reason: 'ballot-already-open',
  })
  await expect(closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })).rejects.toMatchObject({
    reason: 'ballot-not-open',
  })
  const { db } = world.ground
  await expect(
    db.updateTable('ballots').set({ state: 'open' }).where('id', '=', ballot.id).execute(),
  ).rejects.toThrow(/never opened again/)
  await expect(db.deleteFrom('votes').where('ballotId', '=', ballot.id).execute()).rejects.toThrow(
    /append-only/,
  )
})

test('what is counted at the close is exactly what was accepted, while votes keep coming', async () => {
  const world = await aWorld()
  const people = await Promise.all(Array.from({ length: 60 }, () => world.person()))
  const ballot = await aBallot(world)
  const voting = people.map((who) =>
    castVote(world.ground, who, { ballotId: ballot.id, unit: 'person', choice: 'for' }).then(
      () => true,
      () => false,
    ),
  )
  const closing = closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  const accepted = (await Promise.all(voting)).filter(Boolean).length
  await closing
  const { result } = await showBallot(world.ground, guest, { ballotId: ballot.id })
  expect(result?.persons.for).toBe(accepted)
  expect(await votesOf(world, ballot.id)).toHaveLength(accepted)
})

test('the list of a consultation’s ballots is seen only where the consultation is', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { visibility: 'members' })
  const consultationId = ballot.consultation.id
  expect((await listBallots(world.ground, guest, { consultationId })).ballots).toEqual([])
  expect((await listBallots(world.ground, ballot.chair, { consultationId })).ballots).toMatchObject([
    { id: ballot.id, state: 'open', proposal: { id: ballot.proposal.id } },
  ])
})

test('a page of votes goes on after somebody who voted, and tells nothing of anybody else', async () => {
  const world = await aWorld()
  const voters = await Promise.all(['Anna', 'Marco', 'Zeno'].map((name) => world.person({ name })))
  const between = await world.person({ name: 'Bice' })
  const ballot = await aBallot(world)
  for (const who of voters)
    await castVote(world.ground, who, { ballotId: ballot.id, unit: 'person', choice: 'for' })
  await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  const after = async (id: string) =>
    (await listVotes(world.ground, guest, { ballotId: ballot.id, after: id })).votes.map(({ name }) => name)
  expect(await after(voters[0]?.id ?? '')).toEqual(['Marco', 'Zeno'])
  for (const id of [between.id, crypto.randomUUID()]) expect(await after(id)).toEqual([])
})

test('a ballot that cannot be closed holds up no other', async () => {
  const world = await aWorld()
  const { db } = world.ground
  await aBallot(world, { closes: -20, quorum: 97 })
  const sound = await aBallot(world, { closes: -10 })
  await sql`create function is_broken() returns trigger language plpgsql as $$
    begin raise exception 'broken'; end $$`.execute(db)
  await sql`create trigger broken before update on ballots for each row when (old.quorum = 97)
    execute function is_broken()`.execute(db)
  onTestFinished(async () => void (await sql`drop function is_broken cascade`.execute(db)))
  await expect(closeDueBallots(world.ground)).rejects.toThrow('broken')
  expect(await showBallot(world.ground, guest, { ballotId: sound.id })).toMatchObject({ state: 'closed' })
})
