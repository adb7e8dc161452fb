import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { takeChain } from '#server/audit/index.ts'
import { closePoll, showPoll, showPollSealed, shuffleBoxes, takePapers } from '#server/polls/index.ts'
import { sha256 } from '#server/canonical.ts'
import { countUnit } from '#server/polls/count-poll.ts'
import type { Paper } from '#server/polls/contract.ts'
import { minutesFromNow } from '#tests/support/decisions.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aPollingTable, anOpenPoll, type PollingTable } from '#tests/support/polls.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

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

const { url } = await testDatabase()

// The embedded database has no eye for its own pages.
test.skipIf(!url)(
  'after a shuffle no page on disk holds a row by which a mark and its paper could be joined',
  async () => {
    const world = await aWorld()
    const { db } = world.ground
    const table = await aPollingTable(world, { people: 3, seats: 1 })
    const { pollId, cast } = await anOpenPoll(world, table, { electors: 'persons', tier: 'confidential' })
    for (const one of table.people) await cast(one, { unit: 'person', chosen: ['0'] })
    const { rows: cuts } = await sql<{
      xmin: string
    }>`select distinct xmin::text from box.papers where poll_id = ${pollId}`.execute(db)
    await sql`create extension if not exists pageinspect`.execute(db)
    const left = async (relation: string) => {
      const { rows } = await sql<{ xmin: string }>`select i.t_xmin::text as xmin
      from generate_series(0, pg_relation_size(${relation}::regclass) / 8192 - 1) page,
        heap_page_items(get_raw_page(${relation}, page::int)) i where i.lp_len > 0`.execute(db)
      return rows.filter(({ xmin }) => cuts.some((cut) => cut.xmin === xmin)).length
    }
    expect(await left('box.papers')).toBe(3)
    world.ground.setNow(minutesFromNow(16))
    await shuffleBoxes(world.ground)
    expect([await left('box.papers'), await left('poll_roll'), await left('poll_proxies')]).toEqual([0, 0, 0])
  },
)

test('a confidential vote is told to nobody: not to its voter, not to officers or moderators, before the close or after', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 12, seats: 1, visibility: 'public' })
  const { pollId, cast } = await anOpenPoll(world, table, { electors: 'persons', tier: 'confidential' })
  for (const [n, one] of table.people.entries())
    await cast(one, { unit: 'person', chosen: [String(n % 3)], reason: `Perché ${one.id}` })
  const { moderator } = table.consultation.table
  const told = async () =>
    Promise.all(
      [table.chair, table.secretary, moderator, ...table.people.slice(0, 2), guest].map((reader) =>
        showPoll(world.ground, reader, { pollId }),
      ),
    )
  for (const shown of await told()) {
    expect(shown).toMatchObject({ result: null, seatVotes: [] })
    expect(shown.mine.map(({ paper, reason, castBy }) => ({ paper, reason, castBy }))).toEqual(
      shown.mine.map(() => ({ paper: null, reason: '', castBy: null })),
    )
    expect(JSON.stringify(shown)).not.toContain('Perché')
  }
  await closePoll(world.ground, table.chair, { pollId })
  for (const shown of await told()) {
    expect(shown.seatVotes).toEqual([])
    expect(shown.mine.every(({ paper }) => paper === null)).toBe(true)
    // What stands beside a paper in the result is its reason, and the reason alone.
    expect(shown.result?.units[0]?.reasons.map((each) => Object.keys(each).toSorted())).toEqual(
      table.people.map(() => ['answer', 'reason']),
    )
  }
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
  const { result, seatVotes } = await showPoll(world.ground, one, { pollId })
  expect(seatVotes).toEqual([])
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

/** All that anybody is told of a poll once it is closed, in one text. */
async function allTold(world: World, table: PollingTable, pollId: string): Promise<string> {
  const shown = await showPoll(world.ground, table.chair, { pollId })
  const { sealed } = await showPollSealed(world.ground, table.chair, { pollId })
  const { entries } = await takeChain(world.ground, table.chair, {})
  const events = await world.ground.db
    .selectFrom('events')
    .where('aboutId', '=', pollId)
    .selectAll()
    .execute()
  const chain = entries.filter(({ content }) => content?.includes(pollId))
  return JSON.stringify({ shown, sealed, chain, events })
}

const everyTallyOf = (voters: number) =>
  Array.from({ length: voters + 1 }, (_, yes) =>
    Array.from({ length: voters - yes + 1 }, (__, no) => [yes, no, voters - yes - no] as const),
  ).flat()

test('whoever tries all papers that few can have cast finds none that gives a hash that is told', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 9, seats: 1 })
  const { pollId, cast, definitionHash } = await anOpenPoll(world, table, {
    electors: 'persons',
    tier: 'confidential',
    kind: 'favour',
    option: [],
  })
  for (const [n, one] of table.people.entries())
    await cast(one, { unit: 'person', choice: n ? 'for' : 'against' })
  await closePoll(world.ground, table.chair, { pollId })
  const told = await allTold(world, table, pollId)
  for (const [yes, no, neither] of everyTallyOf(9)) {
    const choices = [
      ...of(no, () => 'against'),
      ...of(neither, () => 'abstain'),
      ...of(yes, () => 'for'),
    ].toSorted()
    const file = `vote\n${choices.map((choice) => `${choice}\n`).join('')}`
    const papers = JSON.stringify([['person', choices.map((choice) => ({ paper: { choice }, reason: '' }))]])
    for (const guess of [file, papers, `${definitionHash}\n${papers}`, `${definitionHash}\n${file}`])
      expect(told, `${yes} ${no} ${neither}`).not.toContain(sha256(guess))
  }
  // How many voted is guarded with the rest, and so is the list of receipts, whose length would tell it.
  const { result, turnout } = await showPoll(world.ground, table.chair, { pollId })
  expect(result).toMatchObject({ receipts: [], units: [{ ballots: null, lot: null, papersHash: null }] })
  expect(turnout).toEqual([{ unit: 'person', roll: expect.any(Number) as number, voted: null }])
})

test('one who voted alone among options is not told by what was chosen, however they voted', async () => {
  const world = await aWorld()
  const table = await aPollingTable(world, { people: 1, seats: 1 })
  const results = []
  for (const kind of ['approval', 'irv', 'score', 'greedy'] as const) {
    const paper = { approval: { chosen: ['1'] }, irv: { ranks: ['', '1', ''] } }
    const points = { score: { points: ['', '3', ''] }, greedy: { chosen: ['1'] } }
    const { pollId, cast } = await anOpenPoll(world, table, {
      electors: 'persons',
      tier: 'confidential',
      kind,
      tie: 'lot',
      ...(kind === 'greedy' ? { cost: ['1', '2', '3'], budget: '5' } : {}),
    })
    for (const one of table.people) await cast(one, { unit: 'person', ...{ ...paper, ...points }[kind] })
    await closePoll(world.ground, table.chair, { pollId })
    results.push((await showPoll(world.ground, table.chair, { pollId })).result?.units)
  }
  for (const units of results)
    expect(units).toMatchObject([{ outcome: 'not-told', winners: [], counted: null, lot: null }])
})

const of = <T>(count: number, paper: (n: number) => T) => Array.from({ length: count }, (_, n) => paper(n))

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
    value: null,
  }).shown

test('where all of few agree on one choice, figures stay hidden even if their papers differ elsewhere', async () => {
  expect(
    shownOf(
      'approval',
      of<Paper>(12, (n) => ({ chosen: n % 2 ? [0] : [0, 1] })),
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
