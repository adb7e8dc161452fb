import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { takeChain } from '#server/audit/index.ts'
import { closePoll, isAnyToShuffle, shuffleBoxes } from '#server/polls/index.ts'
import { papersToShuffle, shuffledEveryMinutes } from '#server/polls/words.ts'
import { minutesFromNow } from '#tests/support/decisions.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { aWorld } from '#tests/support/world.ts'

async function aConfidentialPoll(people: number) {
  const world = await aWorld()
  const table = await aPollingTable(world, { people, seats: 1 })
  const poll = await anOpenPoll(world, table, { electors: 'persons', tier: 'confidential' })
  const cast = (first: number, count: number) =>
    Promise.all(
      table.people
        .slice(first, first + count)
        .map((one) => poll.cast(one, { unit: 'person', chosen: ['0'] })),
    )
  /** Other tests of this database have boxes too; only this one's is asked about. */
  const shuffledAt = async () =>
    (
      await world.ground.db
        .selectFrom('polls')
        .where('id', '=', poll.pollId)
        .select('shuffledAt')
        .executeTakeFirstOrThrow()
    ).shuffledAt
  return { world, table, pollId: poll.pollId, cast, shuffledAt }
}

test('a box is shuffled after a quarter of an hour whether anybody voted or not, and after twenty papers', async () => {
  const { world, cast, shuffledAt } = await aConfidentialPoll(papersToShuffle + 2)
  const { ground } = world
  const opened = await shuffledAt()
  await cast(0, 2)
  ground.setNow(minutesFromNow(shuffledEveryMinutes - 1))
  await shuffleBoxes(ground)
  expect(await shuffledAt(), 'two papers, and not yet time').toEqual(opened)
  ground.setNow(minutesFromNow(shuffledEveryMinutes + 1))
  expect(await isAnyToShuffle(ground)).toBe(true)
  await shuffleBoxes(ground)
  const first = await shuffledAt()
  expect(first).not.toEqual(opened)
  ground.setNow(minutesFromNow(2 * shuffledEveryMinutes + 2))
  await shuffleBoxes(ground)
  const second = await shuffledAt()
  expect(second, 'no paper came between').not.toEqual(first)
  ground.setNow(minutesFromNow(2 * shuffledEveryMinutes + 3))
  await cast(2, 10)
  await shuffleBoxes(ground)
  expect(await shuffledAt(), 'ten papers since').toEqual(second)
  await cast(12, papersToShuffle - 10)
  await shuffleBoxes(ground)
  expect(await shuffledAt(), 'twenty papers since').not.toEqual(second)
})

test('the box is shut to every statement of the platform until the poll is closed', async () => {
  const { world, table, pollId, cast } = await aConfidentialPoll(3)
  await cast(0, 3)
  const opened = () => sql`select paper from box.opened(${pollId})`.execute(world.ground.db)
  await expect(opened()).rejects.toThrow(/stays shut/)
  await closePoll(world.ground, table.chair, { pollId })
  expect((await opened()).rows).toHaveLength(3)
})

test('each shuffle is in the audit chain', async () => {
  const { world, table, pollId } = await aConfidentialPoll(1)
  world.ground.setNow(minutesFromNow(shuffledEveryMinutes + 1))
  await shuffleBoxes(world.ground)
  const { entries } = await takeChain(world.ground, table.chair, {})
  expect(
    entries.filter(({ act, content }) => act === 'box-shuffled' && content?.includes(pollId)),
  ).toHaveLength(1)
})
