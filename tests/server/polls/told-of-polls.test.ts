import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { listNotices, tellStream } from '#server/notices/index.ts'
import { closePoll, composePoll, confirmTier, giveProxy, openPoll } from '#server/polls/index.ts'
import { eventsOf } from '#tests/support/decisions.ts'
import { aPollingTable, anOpenPoll, asComposed } from '#tests/support/polls.ts'
import { aWorld } from '#tests/support/world.ts'

test('the second officer is told that a tier waits; whoever may vote that a poll is open, and that it has ended', async () => {
  const world = await aWorld()
  const { ground } = world
  const table = await aPollingTable(world, { seats: 1, people: 1, visibility: 'public' })
  const [seat] = table.seats
  const [member] = table.people
  if (!seat || !member) throw new Error('nobody')
  const [stranger, follower] = [await world.person(), await world.person()]
  await ground.db
    .insertInto('follows')
    .values({ personId: follower.id, subjectKind: 'consultation', subjectId: table.consultation.id })
    .execute()
  const told = async (person: Person) => {
    await tellStream(ground, table.consultation.id)
    const { notices } = await listNotices(ground, person, {})
    return notices.filter(({ path }) => path === `/polls/${pollId}`).map(({ text }) => text)
  }
  const { pollId } = await composePoll(
    ground,
    table.chair,
    asComposed(table, { electors: 'both', tier: 'confidential' }),
  )
  expect(await told(table.secretary)).toEqual([expect.stringContaining('deve confermare la riservatezza')])
  expect(await told(table.chair), 'who proposed it').toEqual([])
  expect(await told(seat.holder)).toEqual([])
  await confirmTier(ground, table.secretary, { pollId })
  await openPoll(ground, table.chair, { pollId })
  const opened = ['Una votazione è aperta.']
  for (const one of [seat.holder, seat.alternate, member, follower]) expect(await told(one)).toEqual(opened)
  await closePoll(ground, table.chair, { pollId })
  const closed = ['Una votazione è finita: puoi leggere il risultato.', ...opened]
  for (const one of [seat.holder, seat.alternate, member, follower]) expect(await told(one)).toEqual(closed)
  expect(await told(stranger), 'on the roll merely by being registered').toEqual([])
  const { notices } = await listNotices(ground, { ...member, language: 'en' }, {})
  expect(notices[0]).toMatchObject({ text: 'A vote has ended: you can read the result.' })
  expect(notices[0]?.title?.text).toBe('Dove si apre lo sportello?')
})

test('who is given a proxy is written to, and nobody else learns of it', async () => {
  const world = await aWorld()
  const { ground } = world
  const table = await aPollingTable(world, { seats: 3 })
  const { pollId } = await anOpenPoll(world, table)
  const [giver, holder, other] = table.seats
  if (!giver || !holder || !other) throw new Error('no seats')
  await ground.db
    .updateTable('people')
    .set({ noticeRhythm: 'never' })
    .where('id', '=', holder.alternate.id)
    .execute()
  const before = await eventsOf(world, table.consultation.id)
  await giveProxy(ground, giver.holder, { pollId, unit: 'seat', giverId: giver.id, holderId: holder.id })
  const everybody = [giver, holder, other].flatMap((seat) => [seat.holder.id, seat.alternate.id])
  const mails = await ground.db
    .selectFrom('mails')
    .where('personId', 'in', everybody)
    .select(['personId', 'subject', 'text'])
    .execute()
  expect(mails).toEqual([
    {
      personId: holder.holder.id,
      subject: 'Una delega per te',
      text: expect.stringContaining(`/polls/${pollId}`) as string,
    },
  ])
  expect(mails[0]?.text).not.toMatch(/sportello|Associazione|Rappresentante/)
  expect(await eventsOf(world, table.consultation.id)).toEqual(before)
})
