import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { actsByCapability } from '#server/platform.ts'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import { hearActs } from './acts-heard.ts'
import type { DemoThings } from './demo-things.ts'
import { matrix, type Role } from './route-matrix.ts'
import { rowsOfEverything } from './rows-of-everything.ts'
import { thingsToChange } from './things-to-change.ts'
import { validBody } from './valid-bodies.ts'

let demo: TestDemo
let site: Served
let things: DemoThings
const { heard, stop } = hearActs()
/** The president sits in an open meeting, the chair runs it; the coordinator is an administrator too. */
const readers = ['coordinator', 'table-chair', 'association-president'] as const
const cookies = new Map<Role, string>()
/** The embedded database answers slowly, and its runs must be short: there each fourth address is read. */
const isShort = 'dump' in inject('database')

beforeAll(async () => {
  demo = await aDemo()
  const { db } = demo.ground
  things = await thingsToChange(db)
  for (const role of readers) cookies.set(role, await demo.cookieOf(role))
  await sql`insert into platform_roles (person_id, role)
    select id, 'administrator' from people where persona = 'coordinator'`.execute(db)
  // Whatever a visit may write down is due: a device not seen since yesterday with a token to be renewed, a place that is about to
  // lapse, and an office that was given to an address.
  await sql`update sessions set last_seen_at = now() - interval '2 days', rotated_at = now() - interval '2 days'`.execute(
    db,
  )
  await sql`update seat_presences set seen_until = now() + interval '1 minute' where left_at is null`.execute(
    db,
  )
  await sql`update table_officers set is_awaited = true`.execute(db)
  site = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(async () => {
  stop()
  await site.close()
  await demo.close()
})

function pages(of: DemoThings): string[] {
  return Object.values(matrix).flatMap(({ visits = [] }) => visits.map((visit) => visit.path(of)))
}

/** The pages of the meeting that is open now; its room is the one that the matrix visits. */
function pagesOfMeeting(): string[] {
  const { openMeeting, room } = things
  return pages({ ...things, meeting: openMeeting }).filter(
    (path) => path.includes(openMeeting) || path === `/rooms/${room}`,
  )
}

/** Every question of the JSON door. */
function questions(): string[] {
  return [...actsByCapability].flatMap(([capability, acts]) =>
    [...acts].flatMap(([name, { kind, contract }]) => {
      if (kind === 'command') return []
      const act = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      return [`/api/v1/${capability}/${act}?${validBody(`${capability}/${name}`, contract, things, {})}`]
    }),
  )
}

async function readEverything(headers: Record<string, string>): Promise<{ asked: string[]; shown: number }> {
  heard.length = 0
  let shown = 0
  for (const role of readers) {
    const everything = role === 'association-president' ? [] : [...pages(things), ...questions()]
    const read = everything.filter((_, index) => !isShort || index % 4 === 0)
    for (const path of new Set([...read, ...pagesOfMeeting()])) {
      const answer = await fetch(site.url + path, {
        headers: { ...headers, Cookie: cookies.get(role) ?? '' },
        redirect: 'manual',
      })
      await answer.arrayBuffer()
      if (answer.status === 200) shown += 1
      const renewed = /__Host-tavolo=[\w-]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0]
      if (renewed) cookies.set(role, renewed)
    }
  }
  return { asked: [...new Set(heard.map(({ act }) => act))].toSorted(), shown }
}

async function changedBy(visit: () => Promise<unknown>): Promise<string[]> {
  const before = await rowsOfEverything(demo.ground.db, { leftOut: [] })
  await visit()
  const after = await rowsOfEverything(demo.ground.db, { leftOut: [] })
  expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted())
  return Object.keys(after)
    .filter((table) => after[table] !== before[table])
    .toSorted()
}

test('a link of another site to any page changes nothing, whoever follows it', async () => {
  const from = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
  let shown = 0
  const changed = await changedBy(async () => {
    const read = await readEverything({ ...from, 'Sec-Fetch-Site': 'cross-site' })
    expect(read.asked).toEqual([])
    shown = read.shown
  })
  expect(changed).toEqual([])
  expect(shown).toBeGreaterThan(isShort ? 60 : 400)
}, 240_000)

// One pass is enough of what is written here anyway, where it costs little.
test.skipIf(isShort)(
  'from our own pages reading changes only what says that somebody is here',
  async () => {
    const changed = await changedBy(async () => {
      const { asked } = await readEverything({
        'Sec-Fetch-Site': 'same-origin',
        'Sec-Fetch-Mode': 'navigate',
      })
      expect(asked).toEqual(['floor/keepPlace'])
    })
    expect(changed).toEqual([
      // The place that somebody took in a meeting counts on while they read its pages.
      'public.seat_presences',
      // The device was seen, and its token is a day old: it is renewed.
      'public.sessions',
      // Whoever had only an address to whoever gave them the office has come.
      'public.table_officers',
    ])
  },
  240_000,
)
