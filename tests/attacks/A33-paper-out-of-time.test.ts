import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { databaseClock } from '#server/clock.ts'
import {
  castPaper,
  closePoll,
  composePoll,
  confirmTier,
  openPoll,
  settleDuePolls,
  showPoll,
} from '#server/polls/index.ts'
import { minutesFromNow } from '#tests/support/decisions.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aPollingTable, asComposed, type PollingTable } from '#tests/support/polls.ts'
import { aWorld, type World } from '#tests/support/world.ts'

afterEach(() => void vi.useRealTimers())

const tiers = ['open', 'confidential'] as const

/** Composed and confirmed two hours ago, to be open between two moments that are told in minutes from now. */
async function aPoll(world: World, table: PollingTable, [opens, closes]: [number, number], tier: string) {
  const { ground } = world
  ground.setNow(minutesFromNow(-120))
  const dates = {
    opensAt: minutesFromNow(opens).toISOString(),
    closesAt: minutesFromNow(closes).toISOString(),
  }
  const { pollId } = await composePoll(ground, table.chair, asComposed(table, { ...dates, tier }))
  await confirmTier(ground, table.secretary, { pollId })
  const { definitionHash } = await showPoll(ground, table.chair, { pollId })
  return { pollId, definitionHash }
}

type Poll = Awaited<ReturnType<typeof aPoll>>

/** As the form of a poll casts it, at the node that `ground` is. */
function casting(ground: World['ground'], table: PollingTable, poll: Poll) {
  const [seat] = table.seats
  if (!seat) throw new Error('no seat')
  return castPaper(ground, seat.holder, {
    ...poll,
    unit: 'seat',
    electorId: seat.id,
    chosen: ['0'],
    clientId: randomUUID(),
  })
}

/** Marks on the roll and papers, wherever they are kept. */
async function keptOf({ ground }: World, { pollId }: Poll) {
  const { db } = ground
  const marked = await db
    .selectFrom('pollRoll')
    .select('electorId')
    .where('pollId', '=', pollId)
    .where('hasVoted', '=', true)
    .execute()
  const named = await db.selectFrom('pollVotes').select('electorId').where('pollId', '=', pollId).execute()
  return { marked: marked.length, named: named.length }
}

test.each(tiers)(
  'A33: before the opening and after the close of an %s poll no paper is taken, and none is left behind',
  async (tier) => {
    const world = await aWorld()
    const { ground } = world
    const table = await aPollingTable(world)
    const poll = await aPoll(world, table, [60, 120], tier)
    ground.setNow(null)
    await expect(casting(ground, table, poll)).rejects.toMatchObject({ reason: 'voting-not-open' })
    expect(await keptOf(world, poll)).toEqual({ marked: 0, named: 0 })
    await openPoll(ground, table.chair, { pollId: poll.pollId })
    await closePoll(ground, table.chair, { pollId: poll.pollId })
    await expect(casting(ground, table, poll)).rejects.toMatchObject({ reason: 'voting-closed' })
    expect(await keptOf(world, poll)).toEqual({ marked: 0, named: 0 })
  },
)

// The embedded database is this process and has no clock of its own: skewing the one skews the other.
const { url } = await testDatabase()
if (!url)
  process.stderr.write(
    'A33: the skewed clocks of polls are skipped, they need a Postgres (set TEST_DATABASE_URL)\n',
  )

test.skipIf(!url).each([10, -10].flatMap((skew) => tiers.map((tier) => ({ skew, tier }))))(
  'A33: a node whose clock is $skew minutes wrong takes papers of an $tier poll when every other does',
  async ({ skew, tier }) => {
    const world = await aWorld()
    const { ground } = world
    const table = await aPollingTable(world)
    const closesSoon = await aPoll(world, table, [-60, 5], tier)
    const closed = await aPoll(world, table, [-60, -5], tier)
    const opensLater = await aPoll(world, table, [5, 60], tier)
    ground.setNow(minutesFromNow(-60))
    for (const { pollId } of [closesSoon, closed]) await openPoll(ground, table.chair, { pollId })
    ground.setNow(null)
    vi.useFakeTimers({ now: Date.now() + skew * 60_000, toFake: ['Date'] })
    const clock = await databaseClock(ground.db)
    const node = Object.assign(Object.create(ground) as typeof ground, { now: clock.now })
    await expect(casting(node, table, closesSoon)).resolves.toMatchObject({ pollId: closesSoon.pollId })
    await expect(casting(node, table, closed)).rejects.toMatchObject({ reason: 'voting-closed' })
    await expect(casting(node, table, opensLater)).rejects.toMatchObject({ reason: 'voting-not-open' })
    expect(await keptOf(world, closesSoon)).toEqual({ marked: 1, named: tier === 'open' ? 1 : 0 })
    for (const poll of [closed, opensLater])
      expect(await keptOf(world, poll)).toEqual({ marked: 0, named: 0 })
    // Nor does it turn a poll that is not due, or leave one that is.
    await settleDuePolls(node)
    const states = []
    for (const { pollId } of [closesSoon, closed, opensLater])
      states.push((await showPoll(node, table.chair, { pollId })).state)
    expect(states).toEqual(['open', 'closed', 'planned'])
    clock.stop()
  },
)
