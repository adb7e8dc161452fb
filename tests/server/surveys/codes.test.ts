import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { codeHashOf, closeSurvey, makeCodes, showCodes } from '#server/surveys/index.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, type World } from '#tests/support/world.ts'

async function aCodedSurvey(world: World) {
  const survey = await anOpenSurvey(world, { rules: { access: ['code'] } })
  const { id: organisationId, representative } = await world.organisation()
  const make = (who: Person, count: number, clientId: string = randomUUID()) =>
    makeCodes(world.ground, who, { surveyId: survey.id, organisationId, count: String(count), clientId })
  return { ...survey, organisationId, representative, make }
}

test('a representative makes codes: they are answered once, only their hashes are kept, a retry brings the same', async () => {
  const world = await aWorld()
  const { id, organisationId, representative, make } = await aCodedSurvey(world)
  const clientId = randomUUID()
  const [first, again] = [await make(representative, 3, clientId), await make(representative, 3, clientId)]
  expect(first.codes).toHaveLength(3)
  expect(again.codes).toEqual(first.codes)
  expect(new Set(first.codes).size).toBe(3)
  expect(first.codes[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  const { rows } = await sql<{ codeHash: Buffer; kept: string }>`select code_hash, to_jsonb(c)::text as kept
    from survey_codes c where survey_id = ${id}`.execute(world.ground.db)
  expect(rows.map(({ codeHash }) => codeHash.toString('hex')).sort()).toEqual(
    first.codes.map((code) => codeHashOf(code).toString('hex')).sort(),
  )
  expect(rows.some(({ kept }) => first.codes.some((code) => kept.includes(code)))).toBe(false)
  const typed = (first.codes[0] ?? '').toLowerCase().replaceAll('-', ' ')
  expect(codeHashOf(typed)).toEqual(codeHashOf(first.codes[0] ?? ''))
  expect(await showCodes(world.ground, representative, { surveyId: id })).toMatchObject({
    organisations: [{ id: organisationId, made: 3 }],
  })
})

test('the chair makes them for an organisation; nobody else does, and not after the close', async () => {
  const world = await aWorld()
  const { id, chair, make } = await aCodedSurvey(world)
  expect((await make(chair, 2)).codes).toHaveLength(2)
  const stranger = (await world.organisation()).representative
  await expect(make(stranger, 1)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(showCodes(world.ground, await world.person(), { surveyId: id })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await closeSurvey(world.ground, chair, { surveyId: id })
  await expect(make(chair, 1)).rejects.toMatchObject({ reason: 'survey-not-open' })
})

test('however many ask at once, an organisation has five hundred codes at most', async () => {
  const world = await aWorld()
  const { representative, make } = await aCodedSurvey(world)
  const made = await Promise.allSettled(Array.from({ length: 40 }, () => make(representative, 100)))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await expect(make(representative, 501)).rejects.toMatchObject({ fields: { count: { reason: 'too-big' } } })
})
