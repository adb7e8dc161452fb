import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { actsByCapability } from '#server/platform.ts'
import { aDemo, type TestDemo } from '#tests/support/demo.ts'
import { served, type Served } from '#tests/support/served.ts'
import { guest } from '#tests/support/world.ts'
import { canariesIn, everyColumn } from './columns.ts'
import type { DemoThings } from './demo-things.ts'
import { rowsOfEverything } from './rows-of-everything.ts'
import { thingsToChange } from './things-to-change.ts'
import { asFields, fieldsOf, validBody } from './valid-bodies.ts'

let demo: TestDemo
let site: Served
let things: DemoThings
let columns: Record<string, unknown>
let before: Record<string, string>

beforeAll(async () => {
  demo = await aDemo()
  const { db } = demo.ground
  things = await thingsToChange(db)
  columns = await everyColumn(db)
  site = await served({ ground: demo.ground })
  before = await rowsOfEverything(db)
}, 400_000)
afterAll(async () => {
  await site.close()
  await demo.close()
})

const acts = [...actsByCapability].flatMap(([capability, doors]) =>
  [...doors].map(([name, act]) => [`${capability}/${name}`, act] as const),
)

/** A script sends no file in JSON; all else in these bodies is whole. */
const withFiles = ['responses/keepFile', 'surveys/replaceForm', 'surveys/uploadSurvey']

test('the columns are those of the schema, and none of what is sent in them is there before', async () => {
  expect(Object.keys(columns).length).toBeGreaterThan(550)
  expect(acts.length).toBeGreaterThan(60)
  expect(await canariesIn(demo.ground.db)).toEqual([])
})

test.each(acts)('the contract of %s names nothing that the platform itself decides', (path, act) => {
  const { properties = {} } = fieldsOf(act.contract)
  // At least the columns that would matter most are never part of a contract.
  const own = path === 'people/endSession' ? ['sessionId'] : []
  for (const column of [
    'state',
    'createdAt',
    'postedAt',
    'hiddenAt',
    'authorId',
    'createdBy',
    'decidedBy',
    'supportCount',
    'tokenHash',
  ].filter((each) => !own.includes(each))) {
    if (/^(?:proposals|ballots|decisions)\/list/.test(path)) continue
    expect(properties, `${path} takes ${column}`).not.toHaveProperty(column)
  }
})

test.each(acts)('%s refuses every column beside a whole body, each by its name', async (path, act) => {
  const whole = asFields(validBody(path, act.contract, things, {}), act.contract)
  if (!withFiles.includes(path)) expect(act.contract.safeParse(whole).success, `${path} is whole`).toBe(true)
  const foreign = foreignTo(act.contract)
  const unknown = Object.fromEntries(Object.keys(foreign).map((name) => [name, { reason: 'unknown-field' }]))
  const refusal = await (act.kind === 'command'
    ? byScript(path, { ...whole, ...foreign })
    : // No address is as long as that.
      act(demo.ground, guest, { ...whole, ...foreign }).catch((thrown: unknown) => thrown))
  expect(refusal).toMatchObject({ kind: 'invalid', fields: expect.objectContaining(unknown) as object })
})

test('nothing of it was kept, and nothing else changed', async () => {
  expect(await canariesIn(demo.ground.db)).toEqual([])
  expect(await rowsOfEverything(demo.ground.db)).toEqual(before)
})

/** The columns that a contract does not name. */
function foreignTo(contract: z.ZodType): Record<string, unknown> {
  const { properties = {} } = fieldsOf(contract)
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !(name in properties)))
}

async function byScript(path: string, fields: object) {
  const address = path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const answer = await fetch(`${site.url}/api/v1/${address}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: await demo.cookieOf('table-chair') },
    body: JSON.stringify(fields),
  })
  return ((await answer.json()) as { refusal?: unknown }).refusal
}
