import { afterEach, expect, test, vi } from 'vitest'
import { castVote, closeBallot, openBallot } from '#server/ballots/index.ts'
import { databaseClock } from '#server/clock.ts'
import { aBallot, votesOf } from '#tests/support/decisions.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aWorld } from '#tests/support/world.ts'

afterEach(() => void vi.useRealTimers())

test('A33: before the opening and after the close no vote is taken, and none is left behind', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world, { state: 'planned' })
  const cast = () =>
    castVote(world.ground, ballot.chair, { ballotId: ballot.id, unit: 'person', choice: 'for' })
  await expect(cast()).rejects.toMatchObject({ reason: 'voting-not-open' })
  await openBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  await cast()
  await closeBallot(world.ground, ballot.chair, { ballotId: ballot.id })
  await expect(cast()).rejects.toMatchObject({ reason: 'voting-closed' })
  expect(await votesOf(world, ballot.id)).toHaveLength(1)
})

// The embedded database is this process and has no clock of its own: skewing the one skews the other.
const { url } = await testDatabase()
if (!url)
  process.stderr.write('A33: the skewed clocks are skipped, they need a Postgres (set TEST_DATABASE_URL)\n')

test.skipIf(!url).each([10, -10])(
  'A33: a node whose clock is %i minutes wrong opens and closes like every other',
  async (skew) => {
    const world = await aWorld()
    const closesSoon = await aBallot(world, { closes: 5 })
    const closed = await aBallot(world, { opens: -60, closes: -5 })
    const opensLater = await aBallot(world, { state: 'planned', opens: 5 })
    vi.useFakeTimers({ now: Date.now() + skew * 60_000, toFake: ['Date'] })
    const clock = await databaseClock(world.ground.db)
    const node = Object.assign(Object.create(world.ground) as typeof world.ground, { now: clock.now })
    const cast = (ballot: typeof closed) =>
      castVote(node, ballot.chair, { ballotId: ballot.id, unit: 'person', choice: 'for' })
    await expect(cast(closesSoon)).resolves.toMatchObject({ choice: 'for' })
    await expect(cast(closed)).rejects.toMatchObject({ reason: 'voting-closed' })
    await expect(cast(opensLater)).rejects.toMatchObject({ reason: 'voting-not-open' })
    clock.stop()
  },
)

test('A33: a vote on a text other than the ballot’s is refused', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world)
  const cast = (definitionHash: string) =>
    castVote(world.ground, ballot.chair, {
      ballotId: ballot.id,
      unit: 'person',
      choice: 'for',
      definitionHash,
    })
  await expect(cast('0'.repeat(64))).rejects.toMatchObject({ kind: 'conflict', reason: 'ballot-changed' })
  await cast(ballot.definitionHash)
  await expect(
    world.ground.db
      .updateTable('proposalVersions')
      .set({ title: 'Un altro titolo' })
      .where('proposalId', '=', ballot.proposal.id)
      .execute(),
  ).rejects.toThrow(/append-only/)
})
