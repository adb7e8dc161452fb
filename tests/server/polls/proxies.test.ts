import { expect, test } from 'vitest'
import { closePoll, giveProxy, revokeProxy, showPoll } from '#server/polls/index.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { aWorld } from '#tests/support/world.ts'

async function four() {
  const world = await aWorld()
  const table = await aPollingTable(world, { seats: 5, people: 1 })
  const poll = await anOpenPoll(world, table, { electors: 'both' })
  const [a, b, c, d] = table.seats
  if (!a || !b || !c || !d) throw new Error('no seats')
  const give = (giver: typeof a, holder: { id: string }) =>
    giveProxy(world.ground, giver.holder, {
      pollId: poll.pollId,
      unit: 'seat',
      giverId: giver.id,
      holderId: holder.id,
    })
  return { world, table, ...poll, a, b, c, d, give }
}

test('a seat votes through another, once more and not with more weight; giver and holder alone see it', async () => {
  const { world, table, pollId, cast, a, b, c, give } = await four()
  await give(a, b)
  const seen = async (who: typeof a.holder) => (await showPoll(world.ground, who, { pollId })).proxies
  expect(await seen(a.holder)).toMatchObject([{ giverId: a.id, isMine: true, isUsed: false }])
  expect(await seen(b.alternate)).toMatchObject([{ giverId: a.id, isMine: false }])
  expect(await seen(c.holder)).toEqual([])
  await cast(b.holder, { unit: 'seat', electorId: b.id, chosen: ['0'] })
  await cast(b.holder, { unit: 'seat', electorId: a.id, chosen: ['1'] })
  await expect(cast(c.holder, { unit: 'seat', electorId: a.id, chosen: ['2'] })).rejects.toMatchObject({
    reason: 'not-your-seat',
  })
  expect(await seen(a.holder)).toMatchObject([{ isUsed: true }])
  await closePoll(world.ground, table.chair, { pollId })
  const { result } = await showPoll(world.ground, table.chair, { pollId })
  expect(result?.units[0]).toMatchObject({ unit: 'seat', ballots: 2 })
})

test('one hop, two for a holder, one of each giver', async () => {
  const { a, b, c, d, table, give } = await four()
  await give(a, b)
  await expect(give(a, c)).rejects.toMatchObject({ reason: 'proxy-given' })
  await expect(give(b, c)).rejects.toMatchObject({ reason: 'proxy-holder-cannot-give' })
  await expect(give(c, a)).rejects.toMatchObject({ fields: { holderId: { reason: 'proxy-one-hop' } } })
  await give(c, b)
  await expect(give(d, b)).rejects.toMatchObject({ fields: { holderId: { reason: 'proxy-too-many' } } })
  await expect(give(d, table.consultation)).rejects.toMatchObject({
    fields: { holderId: { reason: 'not-on-roll' } },
  })
})

test('of many given at once a holder gets two', async () => {
  const { world, table, pollId, a, give } = await four()
  const given = await Promise.allSettled(
    Array.from({ length: 40 }, (_, n) => {
      const giver = table.seats[1 + (n % 4)]
      return giver ? give(giver, a) : Promise.reject(new Error('no seat'))
    }),
  )
  expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect((await showPoll(world.ground, a.holder, { pollId })).proxies).toHaveLength(2)
})

test('taken back until it was used; who votes in person ends it', async () => {
  const { world, cast, pollId, a, b, c, give } = await four()
  const back = (giver: typeof a) =>
    revokeProxy(world.ground, giver.holder, { pollId, unit: 'seat', giverId: giver.id })
  await give(a, b)
  await expect(
    revokeProxy(world.ground, c.holder, { pollId, unit: 'seat', giverId: a.id }),
  ).rejects.toMatchObject({ reason: 'not-your-seat' })
  await back(a)
  await expect(back(a)).rejects.toMatchObject({ kind: 'unseen' })
  await expect(cast(b.holder, { unit: 'seat', electorId: a.id, chosen: ['1'] })).rejects.toMatchObject({
    reason: 'not-your-seat',
  })
  await give(a, b)
  await cast(b.holder, { unit: 'seat', electorId: a.id, chosen: ['1'] })
  await expect(back(a)).rejects.toMatchObject({ reason: 'proxy-used' })
  await expect(cast(a.holder, { unit: 'seat', electorId: a.id, chosen: ['0'] })).rejects.toMatchObject({
    reason: 'proxy-used',
  })
  await give(c, b)
  await cast(c.holder, { unit: 'seat', electorId: c.id, chosen: ['0'] })
  await expect(cast(b.holder, { unit: 'seat', electorId: c.id, chosen: ['1'] })).rejects.toMatchObject({
    reason: 'not-your-seat',
  })
})

test('never across units, and among people only to those of one’s own organisation', async () => {
  const { world, table, pollId, a, b } = await four()
  const [person] = table.people
  if (!person) throw new Error('no person')
  await expect(
    giveProxy(world.ground, a.holder, { pollId, unit: 'seat', giverId: a.id, holderId: person.id }),
  ).rejects.toMatchObject({ fields: { holderId: { reason: 'not-on-roll' } } })
  await expect(
    giveProxy(world.ground, person, { pollId, unit: 'person', holderId: b.holder.id }),
  ).rejects.toMatchObject({ fields: { holderId: { reason: 'not-on-roll' } } })
  await world.joins(person, a.organisationId)
  await giveProxy(world.ground, person, { pollId, unit: 'person', holderId: a.holder.id })
  const { holders } = await showPoll(world.ground, person, { pollId })
  expect(holders[0]?.others.map(({ id }) => id)).toEqual([a.holder.id])
})
