import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  closeSurvey,
  listSurveys,
  openSurvey,
  setSurveyRules,
  settleDueSurveys,
  showSurvey,
} from '#server/surveys/index.ts'
import { eventsOf, minutesFromNow } from '#tests/support/decisions.ts'
import { aDraftSurvey, anOpenSurvey, asRules } from '#tests/support/surveys.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a survey opens with its rules, under a hash, and the consultation is told', async () => {
  const world = await aWorld()
  const survey = await anOpenSurvey(world)
  expect(survey).toMatchObject({ state: 'open', stage: 'open', access: ['link'], isApart: true })
  expect(survey.definitionHash).toMatch(/^[0-9a-f]{64}$/)
  expect((await eventsOf(world, survey.consultation.id)).map(({ name }) => name)).toEqual(['survey-opened'])
  await expect(
    openSurvey(world.ground, survey.chair, { surveyId: survey.id, version: survey.version, when: 'now' }),
  ).rejects.toMatchObject({ reason: 'survey-already-open' })
})

test('what an opened survey asks and promises never changes, by no act and not in the database', async () => {
  const world = await aWorld()
  const survey = await anOpenSurvey(world)
  await expect(
    setSurveyRules(world.ground, survey.chair, await asRules(world, survey)),
  ).rejects.toMatchObject({ reason: 'survey-already-open' })
  for (const change of [
    sql`title = 'x'`,
    sql`definition = '{}'`,
    sql`access = '{account}'`,
    sql`is_apart = false`,
    sql`thanks = '{}'`,
    sql`quotas = '[]'::jsonb || '[1]'::jsonb`,
    sql`plan = '{}'`,
    sql`times_each = 9`,
    sql`most_responses = 9`,
    sql`closes_at = closes_at + interval '1 day'`,
    sql`state = 'draft', opened_at = null, definition_hash = null`,
  ])
    await expect(
      sql`update surveys set ${change} where id = ${survey.id}`.execute(world.ground.db),
    ).rejects.toThrow(/never changes/)
})

test('without what will happen with the answers, or with a draft that another changed, nothing opens', async () => {
  const world = await aWorld()
  const draft = await aDraftSurvey(world)
  const { surveyId, chair, secretary } = draft
  const open = (version: number) => openSurvey(world.ground, chair, { surveyId, version, when: 'now' })
  await expect(open(1)).rejects.toMatchObject({ reason: 'survey-thanks-missing' })
  await setSurveyRules(world.ground, secretary, await asRules(world, draft))
  await expect(open(1)).rejects.toMatchObject({ reason: 'survey-changed-meanwhile' })
  expect(await showSurvey(world.ground, chair, { surveyId })).toMatchObject({ state: 'draft', missing: [] })
  expect(world.ground.told).toEqual([])
})

test('one that opens on its date is planned until then, and a change takes the decision back', async () => {
  const world = await aWorld()
  const draft = await aDraftSurvey(world)
  const { surveyId, chair } = draft
  const dates = { opensAt: minutesFromNow(60).toISOString(), closesAt: minutesFromNow(120).toISOString() }
  const version = async () => (await showSurvey(world.ground, chair, { surveyId })).version
  const plan = async () =>
    openSurvey(world.ground, chair, { surveyId, version: await version(), when: 'date' })
  const state = async () => (await showSurvey(world.ground, chair, { surveyId })).stage

  await setSurveyRules(world.ground, chair, await asRules(world, draft, dates))
  await plan()
  expect(await state()).toBe('planned')
  await setSurveyRules(world.ground, chair, await asRules(world, draft, dates))
  expect(await state()).toBe('draft')
  await plan()
  world.ground.setNow(minutesFromNow(61))
  await settleDueSurveys(world.ground)
  expect(await state()).toBe('open')
  world.ground.setNow(minutesFromNow(121))
  expect(await state()).toBe('closed')
  await settleDueSurveys(world.ground)
  const closed = await showSurvey(world.ground, chair, { surveyId })
  expect(closed).toMatchObject({ state: 'closed', closedAt: closed.closesAt })
  expect((await eventsOf(world, draft.consultation.id)).map(({ name }) => name)).toEqual([
    'survey-opened',
    'survey-closed',
  ])
})

test('forty closings at once are one, and a closed survey is never opened again', async () => {
  const world = await aWorld()
  const { id, chair, consultation } = await anOpenSurvey(world)
  const closed = await Promise.allSettled(
    Array.from({ length: 40 }, () => closeSurvey(world.ground, chair, { surveyId: id })),
  )
  expect(closed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const names = (await eventsOf(world, consultation.id)).map(({ name }) => name)
  expect(names).toEqual(['survey-opened', 'survey-closed'])
  await expect(
    sql`update surveys set state = 'open' where id = ${id}`.execute(world.ground.db),
  ).rejects.toThrow(/never opened again/)
})

test('a draft is there for chair and secretary alone; of others’ surveys nobody learns anything', async () => {
  const world = await aWorld()
  const consultation = await world.consultation({ visibility: 'members' })
  const { surveyId, chair } = await aDraftSurvey(world, { consultation })
  const outsider = await world.person()
  for (const who of [outsider, guest, consultation.table.moderator])
    await expect(showSurvey(world.ground, who, { surveyId })).rejects.toMatchObject({ kind: 'unseen' })
  await expect(closeSurvey(world.ground, outsider, { surveyId })).rejects.toMatchObject({ kind: 'unseen' })
  await expect(
    listSurveys(world.ground, outsider, { consultationId: consultation.id }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  const seen = async (who: typeof chair) =>
    (await listSurveys(world.ground, who, { consultationId: consultation.id })).surveys.length
  expect([await seen(chair), await seen(consultation.table.moderator)]).toEqual([1, 0])
})

test('an opened survey is led by its chair and secretary only', async () => {
  const world = await aWorld()
  const { id, consultation } = await anOpenSurvey(world)
  for (const who of [consultation.table.moderator, await world.person()]) {
    await expect(showSurvey(world.ground, who, { surveyId: id })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(closeSurvey(world.ground, who, { surveyId: id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
})
