import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { csvOf } from '#app/csv.ts'
import { projectRoot } from '#db/root.ts'
import { isHeadDue, publishHead, readChain, takeChain, verifyChain } from '#server/audit/index.ts'
import type { ChainEntry, ChainFile, Head } from '#server/audit/contract.ts'
import { sha256 } from '#server/canonical.ts'
import { closePoll } from '#server/polls/index.ts'
import { appointOfficer } from '#server/tables/index.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'
import { tavolo } from '../commands/tavolo.ts'

const folder = mkdtempSync(join(tmpdir(), 'tavolo-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(content: string, name = 'chain.json'): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) process.stderr.write('python3 is not here; the comparison with audit.py is skipped\n')

/** What the verifier in Python says, which shares no code. */
function inPython(file: string, ...heads: string[]) {
  const { stdout, status } = spawnSync(
    'python3',
    [join(projectRoot(), 'tests/verify/audit.py'), file, ...heads],
    { encoding: 'utf8' },
  )
  return { faults: stdout.trim().split('\n').slice(0, -1), status }
}

async function aDecidedPoll(world: World, visibility: 'public' | 'members') {
  const table = await aPollingTable(world, { visibility })
  const { pollId } = await anOpenPoll(world, table)
  await closePoll(world.ground, table.chair, { pollId })
  return { table, pollId }
}

test('what is done to a poll is in the chain in its order, with what it commits to, and the chain holds', async () => {
  const world = await aWorld()
  const { table, pollId } = await aDecidedPoll(world, 'members')
  const chain = await takeChain(world.ground, table.chair, {})
  const about = chain.entries.flatMap(({ act, content }) => {
    const told = content === undefined ? null : (JSON.parse(content) as Record<string, unknown>)
    return told?.['about'] === pollId ? [{ act, by: told['by'], seal: told['seal'] }] : []
  })
  expect(about).toMatchObject([
    { act: 'poll-composed', by: table.chair.id },
    { act: 'poll-tier-confirmed', by: table.secretary.id },
    { act: 'poll-opened', by: table.chair.id },
    { act: 'poll-closed', by: table.chair.id, seal: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  ])
  expect(verifyChain(chain.entries, []).faults).toEqual([])
})

test('the content of a members-only consultation is given to its members and to overseers alone; what is not given does not break the chain', async () => {
  const world = await aWorld()
  const { table, pollId } = await aDecidedPoll(world, 'members')
  const open = await aDecidedPoll(world, 'public')
  const outsider = await world.person()
  const overseer = await world.person({ roles: ['coordinator'] })
  const given = async (who: typeof outsider | typeof guest) => {
    const { entries } = await takeChain(world.ground, who, {})
    expect(verifyChain(entries, []).faults).toEqual([])
    const all = entries.map(({ content }) => content ?? '').join()
    return [all.includes(pollId), all.includes(open.pollId)]
  }
  expect(await given(outsider)).toEqual([false, true])
  expect(await given(guest)).toEqual([false, true])
  expect(await given(table.chair)).toEqual([true, true])
  expect(await given(overseer)).toEqual([true, true])
  await sql`delete from audit_contents where about_id = ${pollId}`.execute(world.ground.db)
  expect(await given(overseer)).toEqual([false, true])
})

test('forty acts at once are forty entries without a gap; a refused one leaves none', async () => {
  const world = await aWorld()
  const { id: tableId, chair } = await world.table()
  const before = (await takeChain(world.ground, guest, {})).entries.length
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      appointOfficer(world.ground, chair, { tableId, email: `${n}-${tableId}@x.test`, office: 'moderator' }),
    ),
  )
  await expect(
    appointOfficer(world.ground, await world.person(), {
      tableId,
      email: 'eve@x.test',
      office: 'moderator',
    }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  const { entries } = await takeChain(world.ground, guest, {})
  expect(entries.length - before).toBe(40)
  expect(verifyChain(entries, []).faults).toEqual([])
})

test('the database itself lets nobody edit, remove or empty the chain, or put an entry elsewhere than at its end', async () => {
  const world = await aWorld()
  await aDecidedPoll(world, 'public')
  const { db } = world.ground
  for (const attempt of [
    sql`update audit_entries set act = 'moderated' where seq = 1`,
    sql`delete from audit_entries where seq = 1`,
    sql`truncate audit_entries cascade`,
    sql`update audit_contents set content = '{}'`,
    sql`update audit_head set seq = seq - 1`,
    sql`update audit_head set seq = seq + 2`,
    sql`delete from audit_head`,
  ])
    await expect(attempt.execute(db)).rejects.toThrow(/append-only|grows by one/)
})

/** The hashes computed anew, as somebody would who may write everything in the database. */
function hashedAnew(entries: ChainEntry[]): ChainEntry[] {
  let before = '0'.repeat(64)
  return entries.map((entry, index) => {
    const { at, act, commitment } = entry
    before = sha256([before, index + 1, at, act, commitment].join('\n'))
    return { ...entry, seq: index + 1, hash: before }
  })
}

function swapped<Each>(list: Each[], at: number): Each[] {
  return list.map((each, index) => (index === at ? list[at + 1]! : index === at + 1 ? list[at]! : each))
}

/** The chain is everybody's, so the entry edited may be of any act: one that is already so would be no edit. */
function otherThan(act: string): string {
  return act === 'moderated' ? 'published' : 'moderated'
}

type Mutation = (entries: ChainEntry[], extra: ChainEntry) => ChainEntry[]
const mutations: Record<string, Mutation> = {
  edited: (entries) => entries.map((entry, n) => (n === 1 ? { ...entry, act: otherThan(entry.act) } : entry)),
  removed: (entries) => entries.filter((_entry, n) => n !== 1),
  inserted: (entries, extra) => [...entries.slice(0, 2), extra, ...entries.slice(2)],
  're-ordered': (entries) => swapped(entries, 1),
  'cut short': (entries) => entries.slice(0, -2),
  'restored from an old copy, and grown again': (entries, extra) => [
    ...entries.slice(0, -2),
    extra,
    extra,
    extra,
  ],
}

test('each of the six mutations is detected by both verifiers, even where every hash was computed anew', async () => {
  const world = await aWorld()
  await aDecidedPoll(world, 'public')
  const { entries } = await takeChain(world.ground, guest, {})
  const last = entries.at(-1)!
  const head: Head = { seq: last.seq, hash: last.hash }
  const extra = { ...entries[0]!, at: '2026-01-01T00:00:00.000Z' }
  expect(verifyChain(entries, [head]).faults).toEqual([])
  for (const [name, mutate] of Object.entries(mutations))
    for (const isAnew of [false, true]) {
      const mutated = isAnew ? hashedAnew(mutate(entries, extra)) : mutate(entries, extra)
      const { faults } = verifyChain(mutated, [head])
      expect(faults, `${name}, ${isAnew}`).not.toEqual([])
      const whole: ChainFile = { format: 'tavolo-audit-1', published: [], entries: mutated }
      const file = written(JSON.stringify(whole))
      if (!hasPython) continue
      expect(inPython(file, `${head.seq}:${head.hash}`), name).toEqual({
        faults: faults.map(({ seq, fault }) => `${seq} ${fault}`),
        status: 1,
      })
    }
  const [first, ...rest] = entries
  const lying = [{ ...first!, salt: 'a', content: '{"tier":"open"}' }, ...rest]
  expect(verifyChain(lying, []).faults).toEqual([{ seq: 1, fault: 'content' }])
})

test('the command reads the file as JSON and as a table, and says what does not hold', async () => {
  const world = await aWorld()
  await aDecidedPoll(world, 'public')
  const chain = await takeChain(world.ground, guest, {})
  const { seq, hash } = chain.entries.at(-1)!
  const columns = ['seq', 'at', 'act', 'commitment', 'hash', 'salt', 'content'] as const
  const table = csvOf([
    [...columns],
    ...chain.entries.map((entry) => columns.map((column) => entry[column] ?? null)),
  ])
  const files = [written(JSON.stringify(chain)), written(table, 'chain.csv')]
  for (const file of hasPython ? files : [])
    expect(inPython(file, `${seq}:${hash}`)).toEqual({ faults: [], status: 0 })
  const { out, status } = await tavolo('audit', files[0]!, '--head', `${seq}:${hash}`)
  expect([out.split('\n')[0], status]).toEqual([`${chain.entries.length} entries, head ${seq}:${hash}`, 0])
  expect(out).toContain('The chain holds.')
  const cut = await tavolo('audit', files[1]!, '--head', `${seq + 5}:${hash}`, '--json')
  expect([JSON.parse(cut.out), cut.status]).toMatchObject([{ faults: [{ seq: seq + 5, fault: 'cut' }] }, 3])
})

const read = (text: string) => () => readChain({ file: 'chain', text })

test('what is not a chain is refused with where and why', () => {
  expect(read('{"format":"other"}')).toThrow(/chain: format/)
  expect(read('{"format":')).toThrow(/chain: not JSON/)
  expect(read('seq,at\n1,x\n')).toThrow(/chain, line 2, column at/)
  expect(read('seq,at\n1\n')).toThrow(/chain, line 2/)
})

const day = (days: number) => new Date(Date.UTC(2031, 0, days, 12))

test('the head is told to administrators once a day, and only when something was added', async () => {
  const world = await aWorld()
  const { ground } = world
  const administrator = await world.person({ roles: ['administrator'] })
  const mailed = async () =>
    ground.db
      .selectFrom('mails')
      .where('personId', '=', administrator.id)
      .orderBy('createdAt')
      .select(['subject', 'text'])
      .execute()
  ground.setNow(day(1))
  await aWorldActs(world)
  expect(await isHeadDue(ground)).toBe(true)
  await Promise.all([publishHead(ground), publishHead(ground)])
  expect(await mailed()).toHaveLength(1)
  await aWorldActs(world)
  expect(await isHeadDue(ground), 'the same day').toBe(false)
  ground.setNow(day(2))
  expect(await isHeadDue(ground)).toBe(true)
  await publishHead(ground)
  ground.setNow(day(3))
  expect(await isHeadDue(ground), 'nothing was added').toBe(false)
  const { published, entries } = await takeChain(ground, guest, {})
  const mails = await mailed()
  expect(mails).toHaveLength(2)
  expect(mails[1]?.text).toContain(published.at(-1)?.hash)
  expect(verifyChain(entries, published).faults).toEqual([])
})

async function aWorldActs(world: World) {
  const { id: tableId, chair } = await world.table()
  await appointOfficer(world.ground, chair, { tableId, email: `${tableId}@x.test`, office: 'moderator' })
}
