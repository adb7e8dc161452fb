import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#db/database.ts'
import { documentLimits } from '#server/documents/shape.ts'
import { listNeeds } from '#server/needs/index.ts'
import { findPlaces } from '#server/needs/records-places.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'
import { filled } from './hostile-texts.ts'

const { url } = await testDatabase()
if (!url)
  process.stderr.write('patterns in statements: skipped, they need a Postgres (set TEST_DATABASE_URL)\n')

// One connection, and so one process of the database.
let own: Database
let close: () => Promise<void>
beforeAll(async () => {
  if (url) ({ db: own, close } = await openDatabase({ url, folder: 'memory', most: 1 }))
})
afterAll(async () => {
  if (url) await close()
})

/** In milliseconds. */
const longest = 50
const parts = [
  'a',
  ' ',
  '-',
  "'",
  '’',
  '中',
  '١',
  '%',
  '_',
  '\\',
  '(',
  '*',
  '.',
  'a ',
  'a-',
  'a.',
  '" ',
  '((',
  ':*',
  'à',
  '\n',
]

test.skipIf(!url).each(parts)(
  'what patterns make of 100,000 letters of %j is done in no time',
  async (part) => {
    // Each Chinese character becomes three; a document of them is shorter, by its bytes.
    const text = part === '中' ? part.repeat(documentLimits.bytes / 3) : filled(part)
    // The function that folds what is searched, and the one that folds names of places.
    const fold = () => sql`select length(folded(${text}))`.execute(own)
    expect(await spent(fold)).toBeLessThan(longest)
    const place = () => findPlaces(own, '19', text)
    expect(await spent(place)).toBeLessThan(longest)
  },
)

test.skipIf(!url).each([
  ['aaa ', `"${'aaa '.repeat(48)}zzz"`],
  ['aaa-', `"${'aaa-'.repeat(48)}zzz"`],
  ['a', `${'a'.repeat(199)}z`],
  ['aaa ', `${'aaa '.repeat(49)}zzz`],
  ['中', `${'中'.repeat(199)}文`],
  ['ااا ', `"${'ااا '.repeat(48)}ببب"`],
  ['%aa_', `%aa_%aa_%`],
  ['aaa ', `${'-aaa '.repeat(39)} aaa`],
  ["'aaa & ", `'aaa' & ! aaa:* | (aaa <-> aaa`],
])('a search through 100,000 letters of %j for %j finds its end at once', async (part, q) => {
  const world = await aWorld({ db: own })
  const { id: consultation } = await world.consultation()
  await aNeed(world, { consultationId: consultation, plain: filled(part) })
  const time = await spent(() => listNeeds(world.ground, guest, { consultation, q }))
  expect(time).toBeLessThan(longest)
})

test.skipIf(!url)('a search that takes too long is ended, and nothing of it goes on', async () => {
  const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(
    own,
  )
  expect(rows).toEqual([{ limit: '15s' }])
  const began = performance.now()
  const slow = own.transaction().execute(async (trx) => {
    // The same limit, lower: nobody waits here for fifteen seconds.
    await sql`set local statement_timeout = '200ms'`.execute(trx)
    await sql`select count(*) from generate_series(1, 10000000) one where folded(one::text) ~ '\\m1[^[:alnum:]]+\\m2'`.execute(
      trx,
    )
  })
  await expect(slow).rejects.toMatchObject({ code: '57014' })
  expect(performance.now() - began).toBeLessThan(5_000)
})

/**
 * In milliseconds, what it takes of a processor in the database's own process, where that runs on this machine, which is shared; else
 * the time itself.
 */
async function spent(run: () => Promise<unknown>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(own)
  const before = processorTime(rows[0]?.pid)
  await run()
  return processorTime(rows[0]?.pid) - before
}

function processorTime(pid: number | undefined): number {
  const process = `/proc/${pid}/`
  const isHere = existsSync(process) && readFileSync(`${process}cmdline`, 'utf8').startsWith('postgres')
  return isHere ? Number(readFileSync(`${process}schedstat`, 'utf8').split(' ')[0]) / 1e6 : performance.now()
}
