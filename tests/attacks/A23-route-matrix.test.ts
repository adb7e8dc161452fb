import { sql } from 'kysely'
import type { ServerBuild } from '@remix-run/node'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { theDemo, type TestDemo } from '#tests/support/demo.ts'
import { screensBuilt } from '#tests/support/built.ts'
import { served, type Served } from '#tests/support/served.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { matrix, roles, type Change, type Role, type Visit } from './route-matrix.ts'

let demo: TestDemo
let site: Served
let things: DemoThings
let build: ServerBuild

beforeAll(async () => {
  build = await screensBuilt()
  demo = await theDemo()
  things = await thingsOf(demo.ground.db)
  site = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(() => site.close())

test('every route has its row, and every row its route', () => {
  const routes = Object.keys(build.routes).filter((id) => id !== 'root')
  expect(Object.keys(matrix).toSorted()).toEqual(routes.toSorted())
})

test('every page has a visit and every form a change in the matrix', () => {
  for (const [id, row] of Object.entries(matrix)) {
    const route = build.routes[id]?.module
    if (route?.default) expect(row.visits, `${id} shows a page`).toBeDefined()
    if (route?.action) expect(row.changes, `${id} takes a change`).toBeDefined()
  }
})

function includes(who: Visit['shown'], role: Role): boolean {
  return who === 'everyone' || (who === 'signed-in' ? role !== 'guest' : who.includes(role))
}

async function headersOf(role: Role): Promise<Record<string, string>> {
  return role === 'guest' ? {} : { Cookie: await demo.cookieOf(role) }
}

const visits = Object.entries(matrix).flatMap(([route, { visits: each = [] }]) =>
  each.map((visit, index) => [`${route} ${index + 1}`, visit] as const),
)

test.each(visits)(
  '%s is shown to whom it may be, and to nobody else',
  async (_route, visit) => {
    const path = visit.path(things)
    for (const role of roles) {
      const answer = await fetch(site.url + path, { headers: await headersOf(role), redirect: 'manual' })
      const where = answer.headers.get('location') ?? ''
      if (includes(visit.shown, role)) {
        expect(answer.status, `${path} as ${role}`).toBe(200)
        continue
      }
      if (role === 'guest' && where.startsWith('/sign-in')) continue
      // Led to a page that they may see, because this one has nothing for them now.
      if (answer.status === 302 && where !== '' && where !== path) continue
      expect([403, 404, 409], `${path} as ${role}`).toContain(answer.status)
    }
  },
  60_000,
)

const changes = Object.entries(matrix).flatMap(([route, { changes: each = [] }]) =>
  each.map((change, index) => [`${route} ${index + 1}`, change] as const),
)

/** Where the test before left everything: it changed nothing, so the next begins there. */
let everything: Record<string, string> | undefined

test.each(changes)(
  '%s changes nothing for anybody who may not',
  async (_route, change: Change) => {
    const path = change.path(things)
    const before = (everything ??= await rowsOfEverything())
    for (const role of roles) {
      if (includes(change.may, role)) continue
      const answer = await fetch(site.url + path, {
        method: 'POST',
        headers: {
          ...(await headersOf(role)),
          Origin: site.url,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: '',
        redirect: 'manual',
      })
      const where = answer.headers.get('location') ?? ''
      if (where.startsWith('/sign-in')) continue
      // An empty form may be called incomplete before anybody asks who sent it; a 303 would mean that it was done.
      expect([302, 403, 404, 405, 409, 422], `${path} as ${role}`).toContain(answer.status)
    }
    everything = await rowsOfEverything()
    expect(everything).toEqual(before)
  },
  60_000,
)

test.each([
  ['consultations', 'secretConsultation'],
  ['needs', 'secretNeed'],
  ['rooms', 'secretRoom'],
  ['proposals', 'draftProposal'],
  ['organisations', 'pendingOrganisation'],
] as const)('a secret one of /%s (%s) looks exactly like one that is not there', async (place, thing) => {
  for (const role of ['guest', 'reader', 'social-worker'] as const) {
    const headers = await headersOf(role)
    const look = async (id: string) => {
      const answer = await fetch(`${site.url}/${place}/${id}`, { headers })
      return { status: answer.status, body: (await answer.text()).replaceAll(id, 'ID') }
    }
    expect(await look(things[thing])).toEqual(await look(things.absent))
  }
})

/** A mark of all that is in each table: an update in place changes it as much as a new row. */
async function rowsOfEverything(): Promise<Record<string, string>> {
  const { db } = demo.ground
  const { rows: tables } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('sessions', 'sign_in_codes', 'territories') order by 1`.execute(db)
  const marks = tables.map(
    ({
      name,
    }) => sql`select ${name}::text as name, md5(string_agg(md5(t::text), '' order by md5(t::text))) as mark
      from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{
    name: string
    mark: string | null
  }>`${sql.join(marks, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark ?? '']))
}
