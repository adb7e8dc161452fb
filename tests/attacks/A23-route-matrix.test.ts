import type { ServerBuild } from '@remix-run/node'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { theDemo, type TestDemo } from '#tests/support/demo.ts'
import { screensBuilt } from '#tests/support/built.ts'
import { served, type Served } from '#tests/support/served.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { includes, leadsBack, matrix, roles, type Role } from './route-matrix.ts'

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
      // This one has nothing for them now.
      if (answer.status === 302 && leadsBack(where, path, visit.leads)) continue
      expect([403, 404, 409], `${path} as ${role}`).toContain(answer.status)
    }
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
