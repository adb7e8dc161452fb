import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { sha256 } from '#server/canonical.ts'
import { closePoll, listVotes, settleDuePolls, showPoll, takeVotes } from '#server/polls/index.ts'
import { dayFromNow, aWorld, guest, type World } from '#tests/support/world.ts'
import { minutesFromNow } from '#tests/support/decisions.ts'
import { aPollingTable, anOpenPoll, castIn } from '#tests/support/polls.ts'

async function votesOf(world: World, pollId: string) {
  return world.ground.db
    .selectFrom('pollVotes')
    .where('pollId', '=', pollId)
    .select(['unit', 'electorId', 'castBy', 'paper', 'reason'])
    .execute()
}

test('a seat votes once, by its alternate in the holder’s absence; the holder’s own vote stands', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId, cast } = await anOpenPoll(world, table)
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  await cast(seat.alternate, { unit: 'seat', electorId: seat.id, chosen: ['0', '2'] })
  await cast(seat.alternate, { unit: 'seat', electorId: seat.id, chosen: ['0'] })
  expect(await votesOf(world, pollId)).toMatchObject([{ castBy: seat.alternate.id, paper: { chosen: [0] } }])
  await cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['1'], reason: 'È più vicina' })
  await expect(
    cast(seat.alternate, { unit: 'seat', electorId: seat.id, chosen: ['2'] }),
  ).rejects.toMatchObject({ reason: 'holder-has-voted' })
  expect(await votesOf(world, pollId)).toEqual([
    {
      unit: 'seat',
      electorId: seat.id,
      castBy: seat.holder.id,
      paper: { chosen: [1] },
      reason: 'È più vicina',
    },
  ])
  const seenBy = async (who: Person) => (await showPoll(world.ground, who, { pollId })).mine
  const seen = { unit: 'seat', hasVoted: true, paper: { chosen: [1] }, castBy: 'Rappresentante' }
  expect(await seenBy(seat.holder)).toMatchObject([{ ...seen, part: 'holder', obstacle: null }])
  expect(await seenBy(seat.alternate)).toMatchObject([
    { ...seen, part: 'alternate', obstacle: 'holder-has-voted' },
  ])
})

test('once closed everybody reads how each association voted, by its name, and which did not', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 2, visibility: 'public' })
  const { pollId, cast } = await anOpenPoll(world, table)
  const [voted] = table.seats
  if (!voted) throw new Error('no seat')
  await cast(voted.holder, { unit: 'seat', electorId: voted.id, chosen: ['1'], reason: 'È più vicina' })
  await closePoll(world.ground, table.chair, { pollId })
  const { seatVotes: votes } = await showPoll(world.ground, guest, { pollId })
  const nameOf = async (seat: (typeof table.seats)[number] | undefined) => {
    const { db } = world.ground
    return db
      .selectFrom('organisations')
      .where('id', '=', seat?.organisationId ?? '')
      .select('name')
      .executeTakeFirstOrThrow()
  }
  const told = new Map(votes.map(({ name, paper, reason }) => [name, { paper, reason }]))
  expect(told).toEqual(
    new Map([
      [(await nameOf(voted)).name, { paper: { chosen: [1] }, reason: 'È più vicina' }],
      [(await nameOf(table.seats[1])).name, { paper: null, reason: '' }],
    ]),
  )
})

test('who votes by name is told what was kept and when, with a receipt that stands beside the name and that anybody can make again', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 2 })
  const { pollId, definitionHash, cast } = await anOpenPoll(world, table)
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  const mine = async () => (await showPoll(world.ground, seat.holder, { pollId })).mine[0]
  expect(await mine()).toMatchObject({ keptAt: null, receipt: null })
  await cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['0'] })
  const first = await mine()
  await cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['1'], reason: 'È più vicina' })
  const last = await mine()
  expect(last?.receipt).not.toBe(first?.receipt)
  const text = `{"definitionHash":"${definitionHash}","elector":"${seat.id}","paper":{"chosen":[1]},"reason":"È più vicina","unit":"seat"}`
  expect(last).toMatchObject({ keptAt: expect.any(Date), receipt: sha256(text).slice(0, 16) })

  const asked = { pollId, unit: 'seat' }
  await expect(takeVotes(world.ground, seat.holder, asked)).rejects.toMatchObject({
    reason: 'ballot-not-counted',
  })
  await closePoll(world.ground, table.chair, { pollId })
  const { seatVotes } = await showPoll(world.ground, table.chair, { pollId })
  const { votes } = await listVotes(world.ground, table.chair, asked)
  const taken = await takeVotes(world.ground, table.chair, asked)
  for (const listed of [seatVotes, votes, taken])
    expect(new Map(listed.map(({ electorId, receipt }) => [electorId, receipt]))).toEqual(
      new Map([
        [seat.id, last?.receipt],
        [table.seats[1]?.id, null],
      ]),
    )
  expect(await mine(), 'and again after the close').toMatchObject({ receipt: last?.receipt })
})

test('of more people than a thousand each one’s vote is on the pages of names, also of two by one name', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 0 })
  const { pollId } = await anOpenPoll(world, table, { electors: 'persons', kind: 'favour', option: [] })
  const { db } = world.ground
  await sql`with crowd as (
      insert into people (name) select 'Elettrice ' || (n % 520) from generate_series(1, 1040) n returning id),
    roll as (insert into poll_roll (poll_id, unit, elector_id, has_voted) select ${pollId}, 'person', id, true from crowd)
    insert into poll_votes (poll_id, unit, elector_id, cast_by, paper, reason, cast_at)
    select ${pollId}, 'person', id, id, '{"choice": "for"}', '', now() from crowd`.execute(db)
  const names = (after?: string) => listVotes(world.ground, table.chair, { pollId, unit: 'person', after })
  await expect(names(), 'while it is open').rejects.toMatchObject({ reason: 'ballot-not-counted' })
  await closePoll(world.ground, table.chair, { pollId })
  const found = []
  let after: string | undefined
  do {
    const { votes, next } = await names(after)
    found.push(...votes.map(({ electorId }) => electorId))
    after = next ?? undefined
  } while (after)
  expect(found).toHaveLength(1040)
  expect(new Set(found).size).toBe(1040)
  const others = await anOpenPoll(world, table, { electors: 'persons', tier: 'confidential' })
  await closePoll(world.ground, table.chair, { pollId: others.pollId })
  await expect(
    listVotes(world.ground, table.chair, { pollId: others.pollId, unit: 'person' }),
  ).rejects.toMatchObject({ kind: 'unseen' })
})

test('confidential: of holder and alternate the first paper stands, and its receipt alone changes it', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1 })
  const { cast } = await anOpenPoll(world, table, { tier: 'confidential' })
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  const vote = { unit: 'seat', electorId: seat.id, chosen: ['0'] }
  const { receipt } = await cast(seat.alternate, vote)
  await expect(cast(seat.holder, vote)).rejects.toMatchObject({ reason: 'receipt-needed' })
  await cast(seat.holder, { ...vote, chosen: ['1'], receipt })
})

test('seats and persons are two rolls and two results, never added together', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 2 })
  const { pollId, cast } = await anOpenPoll(world, table, { electors: 'both', kind: 'favour', option: [] })
  for (const seat of table.seats)
    await cast(seat.holder, { unit: 'seat', electorId: seat.id, choice: 'against' })
  for (const one of table.people) await cast(one, { unit: 'person', choice: 'for' })
  await closePoll(world.ground, table.chair, { pollId })
  const { result } = await showPoll(world.ground, table.chair, { pollId })
  expect(result?.units).toMatchObject([
    { unit: 'seat', roll: 3, ballots: 3, outcome: 'not-adopted' },
    { unit: 'person', ballots: 2, outcome: 'adopted' },
  ])
})

describe('a paper that is not one is refused, whatever form sent it; none is kept spoilt', () => {
  const budget = { option: ['A', 'B', 'C'], cost: ['10', '20', '30'], budget: '40' }
  test.each([
    ['approval', {}, { chosen: ['3'] }, 'chosen', 'not-in-list'],
    ['approval', {}, { chosen: ['-1'] }, 'chosen', 'too-small'],
    ['approval', {}, { chosen: ['0', '0'] }, 'chosen', 'not-valid'],
    ['approval', {}, {}, 'chosen', 'paper-blank'],
    ['approval', {}, { chosen: ['0'], choice: 'for' }, 'choice', 'unknown-field'],
    ['approval', {}, { chosen: ['0'], weight: '9' }, 'weight', 'unknown-field'],
    ['favour', { option: [] }, { choice: 'yes' }, 'choice', 'not-in-list'],
    ['favour', { option: [] }, { choice: ['for', 'against'] }, 'choice', 'not-valid'],
    ['consent', { option: [] }, { choice: 'object' }, 'reason', 'reason-needed'],
    ['consensus', { option: [] }, { choice: 'block', reason: '  ' }, 'reason', 'reason-needed'],
    ['score', { points: '5' }, { points: ['1', '6', ''] }, 'points', 'too-big'],
    ['score', { points: '5' }, { points: ['1', '2'] }, 'points', 'not-valid'],
    ['score', { points: '5' }, { points: ['', '', ''] }, 'points', 'paper-blank'],
    ['dots', { points: '4' }, { points: ['3', '2', ''] }, 'points', 'too-many-dots'],
    ['dots', { points: '4' }, { points: ['-1', '2', ''] }, 'points', 'too-small'],
    ['irv', {}, { ranks: ['1', '1', ''] }, 'ranks', 'ranks-alike'],
    ['schulze', {}, { ranks: ['1', '3', ''] }, 'ranks', 'ranks-with-gap'],
    ['schulze', {}, { ranks: ['2', '', ''] }, 'ranks', 'ranks-with-gap'],
    ['stv-meek', {}, { ranks: ['-1', '1', ''] }, 'ranks', 'too-small'],
    ['knapsack', budget, { chosen: ['1', '2'] }, 'chosen', 'over-budget'],
    ['equal-shares', budget, { ranks: ['1', '2', '3'] }, 'ranks', 'unknown-field'],
  ])('%s %j', async (kind, more, paper, field, reason) => {
    const world = await aWorld()
    const table = await aPollingTable(world, { seats: 1 })
    const { pollId, cast } = await anOpenPoll(world, table, { kind, ...more })
    const [seat] = table.seats
    if (!seat) throw new Error('no seat')
    await expect(cast(seat.holder, { unit: 'seat', electorId: seat.id, ...paper })).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
    expect(await votesOf(world, pollId)).toEqual([])
  })
})

test('equal ranks are a paper where the count has a meaning for them', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 1 })
  const { pollId, cast } = await anOpenPoll(world, table, { kind: 'schulze' })
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  await cast(seat.holder, { unit: 'seat', electorId: seat.id, ranks: ['1', '1', '2'] })
  expect(await votesOf(world, pollId)).toMatchObject([{ paper: { ranks: [1, 1, 2] } }])
})

test('nobody votes for another’s seat or for another person, and outsiders see nothing', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 1 })
  const { cast } = await anOpenPoll(world, table, { electors: 'both' })
  const [mine, other] = table.seats
  const [person] = table.people
  if (!mine || !other || !person) throw new Error('no seats')
  const vote = { unit: 'seat', chosen: ['0'] }
  await expect(cast(mine.holder, { ...vote, electorId: other.id })).rejects.toMatchObject({
    reason: 'not-your-seat',
  })
  await expect(cast(mine.holder, { ...vote, unit: 'person', electorId: person.id })).rejects.toMatchObject({
    reason: 'not-your-vote',
  })
  await expect(cast(await world.person(), { ...vote, unit: 'person' })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await expect(cast(guest as unknown as Person, vote)).rejects.toMatchObject({ reason: 'sign-in-first' })
  await world.ground.db
    .updateTable('mandates')
    .set({ endsOn: dayFromNow(-2) })
    .where('seatId', '=', mine.id)
    .where('part', '=', 'holder')
    .execute()
  // With the mandate they lose sight of a consultation that is for members.
  await expect(cast(mine.holder, { ...vote, electorId: mine.id })).rejects.toMatchObject({ kind: 'unseen' })
  await cast(mine.alternate, { ...vote, electorId: mine.id })
})

test('who comes after the opening is not on the roll; a seat that ended stays on it, and what it cast stands', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 1 })
  const { pollId, cast } = await anOpenPoll(world, table, { electors: 'both' })
  const late = await world.person()
  await world.ground.db
    .insertInto('consultationMembers')
    .values({ consultationId: table.consultation.id, personId: late.id, addedBy: table.chair.id })
    .execute()
  await expect(cast(late, { unit: 'person', chosen: ['0'] })).rejects.toMatchObject({ reason: 'not-on-roll' })
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  await cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['0'] })
  await world.ground.db
    .updateTable('seats')
    .set({ endsOn: dayFromNow(-1) })
    .where('id', '=', seat.id)
    .execute()
  await expect(cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['1'] })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await closePoll(world.ground, table.chair, { pollId })
  const { result } = await showPoll(world.ground, table.chair, { pollId })
  expect(result?.units).toMatchObject([{ unit: 'seat', roll: 3, ballots: 1, winners: ['Palermo'] }, {}])
})

test('by the database’s clock: not before, not after, not on another text, and never where the vote is elsewhere', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world)
  const { pollId, cast } = await anOpenPoll(world, table, { closesAt: minutesFromNow(120).toISOString() })
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  const vote = { unit: 'seat', electorId: seat.id, chosen: ['0'] }
  await expect(cast(seat.holder, { ...vote, definitionHash: 'f'.repeat(64) })).rejects.toMatchObject({
    reason: 'ballot-changed',
  })
  world.ground.setNow(minutesFromNow(121))
  await expect(cast(seat.holder, vote)).rejects.toMatchObject({ reason: 'voting-closed' })
  await settleDuePolls(world.ground)
  await expect(cast(seat.holder, vote)).rejects.toMatchObject({ reason: 'voting-closed' })
  expect(await showPoll(world.ground, table.chair, { pollId })).toMatchObject({ state: 'closed' })
})

test.each(['open', 'confidential'])(
  'forty papers at once of one seat, from both its people, are one (%s)',
  async (tier) => {
    const world = await aWorld()
    const table = await aPollingTable(world)
    const { pollId, cast } = await anOpenPoll(world, table, { tier })
    const [seat] = table.seats
    if (!seat) throw new Error('no seat')
    const clientId = randomUUID()
    await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        cast(n % 2 ? seat.holder : seat.alternate, {
          unit: 'seat',
          electorId: seat.id,
          chosen: [String(n % 3)],
          // Some retry with the same code, others press a button on another page.
          clientId: n % 5 ? clientId : randomUUID(),
        }),
      ),
    )
    await closePoll(world.ground, table.chair, { pollId })
    expect(await castIn(world, pollId)).toEqual({ marks: 1, papers: 1 })
    if (tier === 'open') expect(await votesOf(world, pollId)).toMatchObject([{ castBy: seat.holder.id }])
  },
)

test('while it is open nobody is told more than a rounded turnout', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 7 })
  const { pollId, cast } = await anOpenPoll(world, table)
  for (const seat of table.seats.slice(0, 4))
    await cast(seat.holder, { unit: 'seat', electorId: seat.id, chosen: ['0'] })
  const seen = async () => showPoll(world.ground, table.chair, { pollId })
  expect(await seen()).toMatchObject({ turnout: [{ voted: 0 }], result: null, seatVotes: [] })
  const [last] = table.seats.slice(5)
  if (!last) throw new Error('no seat')
  await cast(last.holder, { unit: 'seat', electorId: last.id, chosen: ['0'] })
  expect(await seen()).toMatchObject({ turnout: [{ voted: 5 }], result: null, seatVotes: [] })
})
