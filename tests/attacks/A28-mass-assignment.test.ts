import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { actsByCapability } from '#server/platform.ts'
import { aWorld } from '#tests/support/world.ts'

/** Every column of every table, as the generated schema names it. */
const columns = [...readFileSync('db/schema.ts', 'utf8').matchAll(/^ {2}([a-z][A-Za-z]+): /gm)].map(
  ([, name]) => name ?? '',
)

const acts = [...actsByCapability].flatMap(([capability, doors]) =>
  [...doors].map(([name, act]) => [`${capability}/${name}`, act] as const),
)

/** The names that an act's contract knows. */
function known(act: (typeof acts)[number][1], name: string): boolean {
  // A contract of alternatives (a vote by seat or by person) first wants to know which.
  const asked = act.contract.safeParse({ unit: 'person', [name]: 'x' })
  const issues = asked.error?.issues ?? []
  return !issues.some(
    (issue: z.core.$ZodIssue) => issue.code === 'unrecognized_keys' && issue.keys.includes(name),
  )
}

test('the schema was read', () => {
  expect(columns.length).toBeGreaterThan(150)
  expect(acts.length).toBeGreaterThan(60)
})

test.each(acts)('%s refuses every column that its contract does not name', async (path, act) => {
  const { ground, person } = await aWorld()
  const someone = await person()
  const foreign = [...new Set(columns)].filter((column) => !known(act, column))
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
    expect(known(act, column), `${path} takes ${column}`).toBe(false)
  }
  const everything = {
    ...(known(act, 'unit') ? { unit: 'person' } : {}),
    ...Object.fromEntries(foreign.map((column) => [column, 'x'])),
  }
  await expect(act(ground, someone, everything)).rejects.toMatchObject({ kind: 'invalid' })
  expect(ground.told).toEqual([])
})
