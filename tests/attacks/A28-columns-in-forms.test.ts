import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import { hearActs, type Heard } from './acts-heard.ts'
import { canariesIn, everyColumn } from './columns.ts'
import type { DemoThings } from './demo-things.ts'
import { formFor } from './form-for.ts'
import { includes, matrix, roles, type Role } from './route-matrix.ts'
import { thingsToChange } from './things-to-change.ts'
import { undone } from './undone.ts'
import { fieldsOf } from './valid-bodies.ts'

let demo: TestDemo
let site: Served
let things: DemoThings
let columns: Record<string, unknown>
const kept: string[] = []
const { heard, stop } = hearActs()

/** What asks for no change (a question, a step back to a page), or for none of whoever is not signed in or has begun nothing. */
const unasked = [
  'routes/consultations_.$consultationId_.needs_.check 1',
  'routes/language 1',
  'routes/sign-out 1',
  'routes/surveys_.$surveyId_.answering 1',
  'routes/surveys_.$surveyId_.answering_.review 1',
  'routes/surveys_.$surveyId_.answering_.resumption 1',
  'routes/surveys_.$surveyId_.texts_.need 1',
  'routes/surveys_.$surveyId_.texts_.statement 1',
]
const changes = Object.entries(matrix).flatMap(([route, { changes: each = [] }]) =>
  each.map((change, index) => [`${route} ${index + 1}`, change] as const),
)
const refused: string[] = []

describe.skipIf('dump' in inject('database'))('on Postgres, in half the time', () => {
  beforeAll(async () => {
    demo = await aDemo()
    const { db } = demo.ground
    things = await thingsToChange(db)
    columns = await everyColumn(db)
    // Whatever is done is looked through before it is undone.
    const looked = undone(db, async (trx) => void kept.push(...(await canariesIn(trx))))
    site = await served({ ground: { ...demo.ground, db: looked }, screens: true })
  }, 400_000)
  afterAll(async () => {
    stop()
    await site.close()
    await demo.close()
  })

  test.each(changes)('%s: no column comes through that its act does not name', async (route, change) => {
    const who = roles.find((role) => includes(change.may, role)) ?? 'table-chair'
    // Which act it is, and so what it wants, is heard from an incomplete form.
    const act = await send(change.path(things), who, new URLSearchParams({ regionCode: '19' }))
    expect(act === undefined).toBe(unasked.includes(route))
    if (!act) return
    const { properties = {} } = fieldsOf(act.contract)
    const foreign = Object.fromEntries(Object.entries(columns).filter(([name]) => !(name in properties)))
    const given = { sessionId: things.absent, spreadsheet: new File(['x'], 'form.xlsx') }
    const asked = await send(change.path(things), who, formFor(act, things, given, foreign))
    const through = Object.keys(asked?.asked ?? {}).filter((name) => name in foreign)
    // Either the contract refuses them, or the page has left them out before.
    if (through.length > 0) {
      expect(asked?.outcome).toMatch(/^invalid fields .*unknown-field/)
      refused.push(route)
    } else expect(asked?.outcome).toMatch(/^(?:done|conflict|unseen)/)
    expect(kept).toEqual([])
  })

  test('most forms are handed on as they are, and nothing of them is in a table', async () => {
    expect(refused.length).toBeGreaterThan(130)
    expect(await canariesIn(demo.ground.db)).toEqual([])
  })
})

async function send(path: string, who: Role, body: BodyInit): Promise<Heard | undefined> {
  heard.length = 0
  const headers: Record<string, string> = who === 'guest' ? {} : { Cookie: await demo.cookieOf(who) }
  // As a script of ours sends a form: what the page then shows is not drawn.
  const answer = await fetch(`${site.url}${path}.data`, {
    method: 'POST',
    headers: { ...headers, Origin: site.url },
    body,
  })
  await answer.arrayBuffer()
  return heard[0]
}
