import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { separateBox } from '#db/separate-box.ts'
import { closePoll, showPoll, shuffleBoxes } from '#server/polls/index.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aPollingTable, anOpenPoll } from '#tests/support/polls.ts'
import { aWorld } from '#tests/support/world.ts'

const { db: own, url } = await testDatabase()
if (!url) process.stderr.write('database: the role of the box is skipped, it needs a Postgres\n')

/** A database owned by a login that is no superuser, as a platform should have it. */
async function aPlainLogin(mayMakeRoles: boolean) {
  const name = `tavolo_plain_${process.pid}_${randomUUID().slice(0, 8)}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(
    `create role ${name} login password 'plain' ${mayMakeRoles ? 'createrole' : 'nocreaterole'}`,
  )
  await admin.query(`create database ${name} owner ${name}`)
  const there = new URL(url ?? '')
  Object.assign(there, { pathname: `/${name}`, username: name, password: 'plain' })
  const database = await openDatabase({ url: there.href, folder: 'memory', most: 4 })
  onTestFinished(async () => {
    await database.close()
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role if exists ${name}_box`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  })
  return { ...database, login: there.href }
}

test('a superuser is kept out of nothing, and is told so', async () => {
  expect(await separateBox(own)).toBe('superuser')
})

test.skipIf(!url)('a login that may not make roles is told so, and nothing changes', async () => {
  const { db } = await aPlainLogin(false)
  await migrate(db)
  expect(await separateBox(db)).toBe('not-permitted')
})

test.skipIf(!url)(
  'a poll is held to its end by a login that cannot read the box, nor join it to the roll',
  async () => {
    const { db, login } = await aPlainLogin(true)
    await migrate(db)
    expect(await separateBox(db)).toBe('separate')
    expect(await separateBox(db), 'once more changes nothing').toBe('separate')
    const world = await aWorld({ db })
    const table = await aPollingTable(world, { people: 12, seats: 1 })
    const { pollId, cast } = await anOpenPoll(world, table, { electors: 'persons', tier: 'confidential' })
    const receipts: (string | null)[] = []
    for (const [n, one] of table.people.entries())
      receipts.push((await cast(one, { unit: 'person', chosen: [String(n % 2)] })).receipt)
    const [first] = table.people
    if (!first || !receipts[0]) throw new Error('no people')
    await cast(first, { unit: 'person', chosen: ['2'], receipt: receipts[0] })
    const client = new pg.Client({ connectionString: login })
    await client.connect()
    onTestFinished(() => client.end())
    for (const look of [
      'select paper from box.papers',
      'select 1 from poll_roll r join box.papers b on b.xmin = r.xmin',
      'copy box.papers to stdout',
      `set role ${new URL(login).username}_box`,
    ])
      await expect(client.query(look), look).rejects.toThrow(/permission denied/)
    await shuffleBoxes(world.ground)
    await closePoll(world.ground, table.chair, { pollId })
    const { result } = await showPoll(world.ground, table.chair, { pollId })
    expect(result?.units).toMatchObject([{ ballots: 12, shown: 'full' }])
  },
  60_000,
)
