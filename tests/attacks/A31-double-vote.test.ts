import { randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { castVote, closeBallot, showBallot } from '#server/ballots/index.ts'
import { castPaper, closePoll } from '#server/polls/index.ts'
import { openDatabase } from '#db/database.ts'
import { aBallot, votesOf } from '#tests/support/decisions.ts'
import { aPollingTable, anOpenPoll, castIn } from '#tests/support/polls.ts'
import { testDatabase, type TestGround } from '#tests/support/ground.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import type { Person } from '#server/ground.ts'

const isEmbedded = 'dump' in inject('database')
const [voterCount, attempts] = isEmbedded ? [60, 20] : [500, 20]

/** A second node: its own connections to the same database. The embedded one has a single connection, shared. */
async function secondNode(world: World): Promise<{ ground: TestGround; close(): Promise<void> }> {
  const { url } = await testDatabase()
  if (!url) return { ground: world.ground, close: async () => {} }
  const { db, close } = await openDatabase({ url, folder: 'memory', most: 10 })
  return { ground: Object.assign(Object.create(world.ground) as TestGround, { db }), close }
}

async function registered(world: World, count: number): Promise<Person[]> {
  const someone = await world.person()
  const rows = await world.ground.db
    .insertInto('people')
    .values(Array.from({ length: count }, (_, index) => ({ name: `Votante ${index}` })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => ({ ...someone, id }))
}

test('A31: however many tabs, retries and nodes, one vote for each person', async () => {
  const world = await aWorld()
  const voters = await registered(world, voterCount)
  const ballot = await aBallot(world)
  const other = await secondNode(world)
  const nodes = [world.ground, other.ground]
  // Twenty attempts of each of twenty-five people in flight: beyond that a node says "try again", and rightly.
  const results: PromiseSettledResult<unknown>[] = []
  for (let first = 0; first < voters.length; first += 25)
    results.push(
      ...(await Promise.allSettled(
        voters.slice(first, first + 25).flatMap((voter) =>
          Array.from({ length: attempts }, (_, attempt) =>
            castVote(nodes[attempt % 2] ?? world.ground, voter, {
              ballotId: ballot.id,
              unit: 'person',
              choice: attempt % 3 ? 'for' : 'against',
            }),
          ),
        ),
      )),
    )
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
  const votes = await votesOf(world, ballot.id)
  expect(votes).toHaveLength(voterCount)
  expect(new Set(votes.map(({ electorId }) => electorId)).size).toBe(voterCount)
  await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  const { result } = await showBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  expect((result?.persons.for ?? 0) + (result?.persons.against ?? 0)).toBe(voterCount)
  await other.close()
}, 120_000)

test('A31: a thousand people cast their first vote at once: no error, none lost, none double', async () => {
  const world = await aWorld()
  const voters = await registered(world, 1000)
  const ballot = await aBallot(world)
  const results = await Promise.allSettled(
    voters.map((voter) =>
      castVote(world.ground, voter, { ballotId: ballot.id, unit: 'person', choice: 'for' }),
    ),
  )
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
  const votes = await votesOf(world, ballot.id)
  expect(new Set(votes.map(({ electorId }) => electorId))).toEqual(new Set(voters.map(({ id }) => id)))
  expect(votes).toHaveLength(1000)
}, 120_000)

test.each(['open', 'confidential'])(
  'A31: the same on the papers of a poll (%s): one for each person, on two nodes, by a code or by another',
  async (tier) => {
    const world = await aWorld()
    const table = await aPollingTable(world, { people: isEmbedded ? 10 : 500, seats: 1 })
    const poll = await anOpenPoll(world, table, { electors: 'persons', tier })
    const other = await secondNode(world)
    const nodes = [world.ground, other.ground]
    for (let first = 0; first < table.people.length; first += 10)
      await Promise.allSettled(
        table.people.slice(first, first + 10).flatMap((voter) => {
          const clientId = randomUUID()
          return Array.from({ length: attempts }, (_, attempt) =>
            castPaper(nodes[attempt % 2] ?? world.ground, voter, {
              pollId: poll.pollId,
              definitionHash: poll.definitionHash,
              unit: 'person',
              chosen: [String(attempt % 3)],
              points: [],
              ranks: [],
              // Some retry with the code of their page, others press on another page.
              clientId: attempt % 4 ? clientId : randomUUID(),
            }),
          )
        }),
      )
    await closePoll(world.ground, table.chair, { pollId: poll.pollId })
    const { length } = table.people
    expect(await castIn(world, poll.pollId)).toEqual({ marks: length, papers: length })
    await other.close()
  },
  120_000,
)
