import { expect, test } from 'vitest'
import { canonical, sha256 } from '#server/canonical.ts'
import { publishRelease, showResults } from '#server/releases/index.ts'
import { eventsOf } from '#tests/support/decisions.ts'
import { anAnsweredSurvey, plan, respond, skewedAnswers } from '#tests/support/releases.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

test('the chair publishes what was declared: in fives, small cells hidden, under its hash, and it is told', async () => {
  const world = await aWorld()
  const { surveyId, chair, consultation } = await anAnsweredSurvey(world)
  expect(await publishRelease(world.ground, chair, { surveyId, number: 1 })).toEqual({ surveyId, number: 1 })
  const { release } = await showResults(world.ground, guest, { surveyId })
  const { content } = release!
  expect(content.people).toBe(120)
  expect(content.figures.map(({ question }) => question)).toEqual(['area', 'sector', 'age', 'helps'])
  const numbers = content.figures.flatMap(({ groups }) => groups.map(({ people }) => people ?? 0))
  expect(numbers.every((people) => people % 5 === 0)).toBe(true)
  expect(content.crossings).toHaveLength(1)
  expect(release!.sha256).toBe(sha256(canonical(JSON.parse(JSON.stringify(content)))))
  expect(JSON.stringify(content)).not.toContain('Testo')
  const names = (await eventsOf(world, consultation.id)).map(({ name }) => name)
  expect(names).toContain('survey-released')
})

test('nobody sees a number before a release, also who leads the table', async () => {
  const world = await aWorld()
  const { surveyId, chair } = await anAnsweredSurvey(world)
  const results = await showResults(world.ground, chair, { surveyId })
  expect(results.release).toBeNull()
  // Ids hold any digits.
  expect(JSON.stringify(results).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')).not.toContain('120')
})

test('only the chair publishes; others are refused and nobody is told', async () => {
  const world = await aWorld()
  const { surveyId, secretary } = await anAnsweredSurvey(world)
  const someone = await world.person()
  world.ground.told.length = 0
  await expect(publishRelease(world.ground, secretary, { surveyId, number: 1 })).rejects.toMatchObject({
    reason: 'only-for-chair',
  })
  await expect(publishRelease(world.ground, someone, { surveyId, number: 1 })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  expect(world.ground.told).toEqual([])
})

test('an outsider finds no results of a survey of members, also where it may be answered by its address', async () => {
  const world = await aWorld()
  const consultation = await world.consultation({ visibility: 'members' })
  const { surveyId, chair } = await anAnsweredSurvey(world, { consultation })
  await publishRelease(world.ground, chair, { surveyId, number: 1 })
  await expect(showResults(world.ground, await world.person(), { surveyId })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await expect(showResults(world.ground, guest, { surveyId })).rejects.toMatchObject({ kind: 'unseen' })
})

test('of fewer people than a table needs nothing is published', async () => {
  const world = await aWorld()
  const { surveyId, chair } = await anAnsweredSurvey(world, { answers: skewedAnswers(19) })
  await expect(publishRelease(world.ground, chair, { surveyId, number: 1 })).rejects.toMatchObject({
    reason: 'too-few-to-release',
  })
  await respond(world, surveyId, skewedAnswers(1))
  await expect(publishRelease(world.ground, chair, { surveyId, number: 1 })).resolves.toMatchObject({
    number: 1,
  })
})

test('each declared day brings one release, and one that comes too early is refused', async () => {
  const world = await aWorld()
  const { surveyId, chair } = await anAnsweredSurvey(world, {
    plan: { ...plan, days: [dayFromNow(-1), dayFromNow(20)] },
  })
  await publishRelease(world.ground, chair, { surveyId, number: 1 })
  await expect(publishRelease(world.ground, chair, { surveyId, number: 2 })).rejects.toMatchObject({
    reason: 'not-a-release-day',
  })
})

test('one answer more changes no figure: the earlier ones stand', async () => {
  const world = await aWorld()
  const { surveyId, chair } = await anAnsweredSurvey(world)
  await publishRelease(world.ground, chair, { surveyId, number: 1 })
  await respond(world, surveyId, skewedAnswers(1, 9))
  await publishRelease(world.ground, chair, { surveyId, number: 2 })
  const [first, second] = await Promise.all(
    [1, 2].map(
      async (number) => (await showResults(world.ground, guest, { surveyId, number })).release!.content,
    ),
  )
  expect(second!.figures).toEqual(first!.figures)
  expect(second!.crossings).toEqual(first!.crossings)
  expect(second!.people).toBe(first!.people)
})

test('a release that is asked for forty times at once is made once', async () => {
  const world = await aWorld()
  const { surveyId, chair, consultation } = await anAnsweredSurvey(world, {
    plan: { ...plan, tables: plan.tables.slice(0, 1) },
  })
  const asked = await Promise.all(
    Array.from({ length: 40 }, () => publishRelease(world.ground, chair, { surveyId, number: 1 })),
  )
  expect(new Set(asked.map(({ number }) => number))).toEqual(new Set([1]))
  expect((await showResults(world.ground, guest, { surveyId })).releases).toHaveLength(1)
  const events = await eventsOf(world, consultation.id)
  expect(events.filter(({ name }) => name === 'survey-released')).toHaveLength(1)
})

test('who took part stands beside the population, with its source, its base and how far they lie apart', async () => {
  const world = await aWorld()
  const reference = { source: 'ISTAT 2026', counts: { sector: { farm: 300, care: 500, shop: 200 } } }
  const { surveyId, chair } = await anAnsweredSurvey(world, { reference })
  await publishRelease(world.ground, chair, { surveyId, number: 1 })
  const { participation } = (await showResults(world.ground, guest, { surveyId })).release!.content
  expect(participation).toMatchObject({
    source: 'ISTAT 2026',
    questions: [{ question: 'sector', base: 120 }],
  })
  const [told] = participation!.questions
  expect(told!.groups.map(({ population }) => population)).toEqual([30, 50, 20])
  expect(told!.apart).toBeGreaterThanOrEqual(0)
})
