import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { closePoll, giveProxy, isVoteNear, remindVoters } from '#server/polls/index.ts'
import { castVote } from '#server/ballots/index.ts'
import { aBallot, eventsOf, minutesFromNow } from '#tests/support/decisions.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { aWorld, type World } from '#tests/support/world.ts'

/** Who was reminded, by who it was. */
async function written(world: World, people: Record<string, Person>): Promise<string[]> {
  const rows = await world.ground.db
    .selectFrom('mails')
    .where(
      'personId',
      'in',
      Object.values(people).map(({ id }) => id),
    )
    .where('subject', '=', 'Un promemoria per te')
    .select(['personId', 'subject', 'text'])
    .execute()
  return rows
    .map(({ personId }) => Object.entries(people).find(([, { id }]) => id === personId)?.[0] ?? '')
    .toSorted()
}

test('near the close those who have not voted are written to, once: holders, alternates, and who holds a proxy', async () => {
  const world = await aWorld()
  const { ground } = world
  const table = await aPollingTable(world, { seats: 4 })
  const { pollId, cast } = await anOpenPoll(world, table, { closesAt: minutesFromNow(600).toISOString() })
  const [voted, missing, giver, holder] = table.seats
  if (!voted || !missing || !giver || !holder) throw new Error('no seats')
  await cast(voted.alternate, { unit: 'seat', electorId: voted.id, chosen: ['0'] })
  await cast(holder.holder, { unit: 'seat', electorId: holder.id, chosen: ['0'] })
  await giveProxy(ground, giver.holder, { pollId, unit: 'seat', giverId: giver.id, holderId: holder.id })
  const people = {
    votedHolder: voted.holder,
    votedAlternate: voted.alternate,
    missingHolder: missing.holder,
    missingAlternate: missing.alternate,
    giver: giver.holder,
    proxyHolder: holder.holder,
    proxyAlternate: holder.alternate,
    chair: table.chair,
  }
  ground.setNow(minutesFromNow(100))
  await remindVoters(ground)
  expect(await written(world, people), 'not yet').toEqual([])
  ground.setNow(minutesFromNow(500))
  expect(await isVoteNear(ground)).toBe(true)
  const events = await eventsOf(world, table.consultation.id)
  await Promise.all([remindVoters(ground), remindVoters(ground)])
  const expected = ['missingAlternate', 'missingHolder', 'proxyAlternate', 'proxyHolder']
  expect(await written(world, people)).toEqual(expected)
  ground.setNow(minutesFromNow(550))
  await remindVoters(ground)
  expect(await written(world, people), 'once').toEqual(expected)
  expect(await eventsOf(world, table.consultation.id), 'nobody else is told').toEqual(events)
})

test('people are written to where they belong, unless they want no mails; the mail says nothing of what is voted on', async () => {
  const world = await aWorld()
  const { ground } = world
  const table = await aPollingTable(world, { people: 3, visibility: 'public' })
  const stranger = await world.person()
  const follower = await world.person()
  const { db } = ground
  await db
    .insertInto('follows')
    .values({ personId: follower.id, subjectKind: 'consultation', subjectId: table.consultation.id })
    .execute()
  const { cast } = await anOpenPoll(world, table, { electors: 'persons', tier: 'confidential' })
  const [voted, silent, missing] = table.people
  if (!voted || !silent || !missing) throw new Error('no people')
  await cast(voted, { unit: 'person', chosen: ['0'] })
  await db.updateTable('people').set({ noticeRhythm: 'never' }).where('id', '=', silent.id).execute()
  ground.setNow(minutesFromNow(590))
  await remindVoters(ground)
  expect(await written(world, { voted, silent, missing, stranger, follower })).toEqual([
    'follower',
    'missing',
  ])
  const { subject, text, headers } = await db
    .selectFrom('mails')
    .where('personId', '=', missing.id)
    .select(['subject', 'text', 'headers'])
    .executeTakeFirstOrThrow()
  expect(subject).toBe('Un promemoria per te')
  expect(`${subject} ${text}`).not.toMatch(/sportello|Consultazione|Tavolo di prova/)
  expect(headers).toHaveProperty('List-Unsubscribe')
})

test('of a ballot on a proposal too, once; one in a meeting is asked in the room', async () => {
  const world = await aWorld()
  const { ground } = world
  const ballot = await aBallot(world, { seats: 2, closes: 600, visibility: 'members' })
  const [voted, missing] = ballot.seats
  if (!voted || !missing) throw new Error('no seats')
  await castVote(ground, voted.holder, { ballotId: ballot.id, unit: 'seat', seatId: voted.id, choice: 'for' })
  for (const who of [voted.holder, voted.alternate])
    await castVote(ground, who, { ballotId: ballot.id, unit: 'person', choice: 'for' })
  await ground.db
    .updateTable('people')
    .set({ noticeRhythm: 'never' })
    .where('id', '=', ballot.chair.id)
    .execute()
  const people = {
    votedHolder: voted.holder,
    votedAlternate: voted.alternate,
    missingHolder: missing.holder,
    missingAlternate: missing.alternate,
    chair: ballot.chair,
  }
  ground.setNow(minutesFromNow(550))
  await remindVoters(ground)
  await remindVoters(ground)
  expect(await written(world, people)).toEqual(['missingAlternate', 'missingHolder'])
})

test('a poll that is closed before reminds nobody', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1 })
  const { pollId } = await anOpenPoll(world, table)
  await closePoll(world.ground, table.chair, { pollId })
  world.ground.setNow(minutesFromNow(590))
  await remindVoters(world.ground)
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  expect(await written(world, { holder: seat.holder })).toEqual([])
})
