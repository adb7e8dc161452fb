import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { closePoll, showPoll, shuffleBoxes, takePapers } from '#server/polls/index.ts'
import { sha256 } from '#server/canonical.ts'
import { countUnit } from '#server/polls/count-poll.ts'
import type { Paper } from '#server/polls/contract.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { aWorld, type World } from '#tests/support/world.ts'

/** What a superuser can join: marks and papers that one transaction wrote. Answers how many voters it finds. */
async function joinedByTransaction(world: World, pollId: string): Promise<number> {
  const { rows } = await sql<{ found: number }>`select count(*) as found from (
      select r.elector_id from poll_roll r join box.papers b on b.poll_id = r.poll_id and b.xmin = r.xmin
      where r.poll_id = ${pollId} and r.has_voted group by r.elector_id having count(*) = 1) alone`.execute(
    world.ground.db,
  )
  return rows[0]?.found ?? 0
}

/** The same by place: the n-th mark on disk with the n-th paper. Answers how many guesses are right. */
async function joinedByPlace(
  world: World,
  pollId: string,
  told: ReadonlyMap<string, string>,
): Promise<number> {
  const marks = await sql<{
    electorId: string
  }>`select elector_id from poll_roll where poll_id = ${pollId} and has_voted order by ctid`.execute(
    world.ground.db,
  )
  const papers = await sql<{
    reason: string
  }>`select reason from box.papers where poll_id = ${pollId} order by ctid`.execute(world.ground.db)
  return marks.rows.filter(({ electorId }, n) => told.get(electorId) === papers.rows[n]?.reason).length
}

test('who reads the database joins every voter to their paper before the shuffle, and after it none', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 30, seats: 1 })
  const { pollId, cast } = await anOpenPoll(world, table, {
    electors: 'persons',
    tier: 'confidential',
    kind: 'favour',
    option: [],
  })
  const told = new Map<string, string>()
  for (const one of table.people) {
    const mark = randomUUID()
    told.set(one.id, mark)
    await cast(one, { unit: 'person', choice: told.size % 3 ? 'for' : 'against', reason: mark })
  }
  expect(await joinedByTransaction(world, pollId)).toBe(30)
  await shuffleBoxes(world.ground)
  expect(await joinedByTransaction(world, pollId)).toBe(0)
  // By chance one guess in thirty is right; ten right ones would be an order that stayed.
  expect(await joinedByPlace(world, pollId, told)).toBeLessThan(10)
  // Nothing was lost on the way, and no column says when.
  await closePoll(world.ground, table.chair, { pollId })
  const { result } = await showPoll(world.ground, table.chair, { pollId })
  expect(result?.units).toMatchObject([{ ballots: 30, shown: 'full', outcome: 'adopted' }])
  const { rows } = await sql<{
    type: string
  }>`select distinct data_type as type from information_schema.columns
    where (table_schema, table_name) in (('box', 'papers'), ('public', 'poll_roll'))`.execute(world.ground.db)
  expect(rows.map(({ type }) => type).filter((type) => /time|date/.test(type))).toEqual([])
})

test('a receipt finds its paper again, and it alone: no second paper, no other’s paper, no receipt of two', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 12, seats: 1 })
  const { pollId, cast } = await anOpenPoll(world, table, { electors: 'persons', tier: 'confidential' })
  const [one, other, ...rest] = table.people
  if (!one || !other) throw new Error('no people')
  const first = await cast(one, { unit: 'person', chosen: ['0'] })
  expect(first.receipt).toMatch(/^[0-9a-f-]{36}$/)
  await expect(cast(one, { unit: 'person', chosen: ['1'] })).rejects.toMatchObject({
    reason: 'receipt-needed',
  })
  await expect(cast(one, { unit: 'person', chosen: ['1'], receipt: randomUUID() })).rejects.toMatchObject({
    reason: 'receipt-unknown',
  })
  await cast(one, { unit: 'person', chosen: ['1'], receipt: first.receipt })
  // The same page sent again, as a phone does after a time-out, is the same paper.
  await cast(one, { unit: 'person', chosen: ['2'], clientId: first.receipt })
  await expect(cast(other, { unit: 'person', chosen: ['0'], clientId: first.receipt })).rejects.toMatchObject(
    {
      reason: 'receipt-taken',
    },
  )
  const { mine } = await showPoll(world.ground, other, { pollId })
  expect(mine, 'the refused one left no mark').toMatchObject([{ hasVoted: false, paper: null }])
  const receipts = [first.receipt]
  for (const each of [other, ...rest])
    receipts.push((await cast(each, { unit: 'person', chosen: ['0'] })).receipt)
  expect(new Set(receipts).size).toBe(12)
  await closePoll(world.ground, table.chair, { pollId })
  const { result, votes } = await showPoll(world.ground, one, { pollId })
  expect(votes).toEqual([])
  // A32: whoever was given a receipt finds it in the list.
  expect(result?.receipts).toEqual(receipts.map((receipt) => sha256(receipt ?? '')).toSorted())
  expect(result?.units[0]?.counted).toMatchObject({ winners: ['Palermo'] })
  expect((await takePapers(world.ground, one, { pollId, unit: 'person' })).text).toContain('1 3 0')
})

test('few papers, or all alike, tell only what was decided, and are not given out', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 12, seats: 1 })
  const shownAfter = async (voters: number, choice: (n: number) => string) => {
    const { pollId, cast } = await anOpenPoll(world, table, {
      electors: 'persons',
      tier: 'confidential',
      kind: 'favour',
      option: [],
    })
    for (const [n, one] of table.people.slice(0, voters).entries())
      await cast(one, { unit: 'person', choice: choice(n), reason: `Motivo ${n}` })
    await closePoll(world.ground, table.chair, { pollId })
    const { result } = await showPoll(world.ground, table.chair, { pollId })
    const papers = takePapers(world.ground, table.chair, { pollId, unit: 'person' }).then(
      ({ text }) => text,
      ({ reason }: { reason: string }) => reason,
    )
    return { ...result?.units[0], papers: await papers }
  }
  expect(await shownAfter(9, (n) => (n ? 'for' : 'against'))).toMatchObject({
    shown: 'too-few',
    outcome: 'adopted',
    counted: null,
    reasons: [],
    papers: 'too-few-papers',
  })
  expect(await shownAfter(12, () => 'for')).toMatchObject({
    shown: 'nearly-all',
    counted: null,
    papers: 'too-few-papers',
  })
  expect(await shownAfter(12, (n) => (n ? 'for' : 'against'))).toMatchObject({ shown: 'full', ballots: 12 })
})

const of = (count: number, paper: (n: number) => Paper) => Array.from({ length: count }, (_, n) => paper(n))

const poll = (kind: 'approval' | 'schulze' | 'score'): Parameters<typeof countUnit>[0] => ({
  kind,
  title: '',
  tier: 'confidential',
  options: ['A', 'B', 'C'].map((title) => ({ title, cost: null })),
  rules: {
    quorum: 0,
    majority: 'simple',
    seats: 1,
    points: 5,
    budget: 0,
    tie: 'shared',
    reasonRequired: false,
  },
})

const shownOf = (kind: 'approval' | 'schulze' | 'score', papers: Paper[]) =>
  countUnit(poll(kind), 'person', {
    papers: papers.map((paper) => ({ paper, reason: '' })),
    roll: 30,
    seed: '',
  }).shown

test('where all of few agree on one choice, figures stay hidden even if their papers differ elsewhere', async () => {
  expect(
    shownOf(
      'approval',
      of(12, (n) => ({ chosen: n % 2 ? [0] : [0, 1] })),
    ),
  ).toBe('nearly-all')
  expect(
    shownOf(
      'approval',
      of(12, (n) => ({ chosen: n % 2 ? [0] : [1] })),
    ),
  ).toBe('full')
  expect(
    shownOf(
      'approval',
      of(20, () => ({ chosen: [0] })),
    ),
  ).toBe('full')
  expect(
    shownOf(
      'schulze',
      of(12, (n) => ({ ranks: n % 2 ? [1, 2, null] : [1, null, 2] })),
    ),
  ).toBe('nearly-all')
  expect(
    shownOf(
      'score',
      of(12, (n) => ({ points: n % 2 ? [5, 1, null] : [4, 0, 4] })),
    ),
  ).toBe('nearly-all')
  expect(
    shownOf(
      'score',
      of(12, (n) => ({ points: n % 2 ? [5, 1, null] : [3, 0, 4] })),
    ),
  ).toBe('full')
})
