import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { postNeed, showNeed } from '#server/needs/index.ts'
import { listStatements, writeStatement } from '#server/opinions/index.ts'
import {
  addTheme,
  groupText,
  publishRelease,
  quoteText,
  readTexts,
  removeQuotation,
  showResults,
} from '#server/releases/index.ts'
import { closeSurvey } from '#server/surveys/index.ts'
import { anAnsweredSurvey, skewedAnswers } from '#tests/support/releases.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const question = 'more/why'

async function aClosedSurvey(quotable: string[] = []) {
  const world = await aWorld()
  const survey = await anAnsweredSurvey(world, { answers: skewedAnswers(30), quotable })
  await closeSurvey(world.ground, survey.chair, { surveyId: survey.surveyId })
  return { world, ...survey }
}

test('texts are read some at a time, each once, in an order that says nothing', async () => {
  const { world, surveyId, secretary } = await aClosedSurvey()
  const first = await readTexts(world.ground, secretary, { surveyId })
  const second = await readTexts(world.ground, secretary, { surveyId, question, after: first.older! })
  expect([first.texts.length, second.texts.length, second.older]).toEqual([20, 10, null])
  const all = [...first.texts, ...second.texts].map(({ text }) => text)
  expect(new Set(all).size).toBe(30)
  expect(all).not.toEqual(all.toSorted((one, other) => Number(one.slice(6)) - Number(other.slice(6))))
})

test('a theme is told once texts of enough different people stand in it', async () => {
  const { world, surveyId, secretary, chair } = await aClosedSurvey()
  for (const title of ['Affitti', 'Pochi'])
    await addTheme(world.ground, secretary, { surveyId, question, title })
  const { texts, themes } = await readTexts(world.ground, secretary, { surveyId })
  const [rents, few] = themes
  for (const [at, { responseId }] of texts.slice(0, 8).entries())
    await groupText(world.ground, secretary, {
      surveyId,
      responseId,
      question,
      themeId: at < 4 ? [rents!.id, few!.id] : [rents!.id],
    })
  await publishRelease(world.ground, chair, { surveyId, number: 1 })
  const { content } = (await showResults(world.ground, guest, { surveyId })).release!
  expect(content.themes).toEqual([{ question, title: 'Affitti', responses: 10 }])
})

test('only a text whose author agreed is quoted, and it keeps nothing of its response', async () => {
  const { world, surveyId, secretary, chair } = await aClosedSurvey([question])
  const { texts } = await readTexts(world.ground, secretary, { surveyId })
  for (const { responseId } of texts.slice(0, 2))
    await quoteText(world.ground, secretary, { surveyId, responseId, question })
  const { quotations } = await readTexts(world.ground, secretary, { surveyId })
  await removeQuotation(world.ground, secretary, { surveyId, quotationId: quotations[0]!.id })
  await publishRelease(world.ground, chair, { surveyId, number: 1 })
  const { content } = (await showResults(world.ground, guest, { surveyId })).release!
  expect(content.quotations).toEqual([{ question, text: quotations[1]!.text, language: 'it' }])
  const columns = await world.ground.db
    .selectFrom('surveyQuotations')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .execute()
  expect(Object.keys(columns[0]!)).not.toContain('responseId')

  const other = await aClosedSurvey()
  const [text] = (await readTexts(other.world.ground, other.secretary, { surveyId: other.surveyId })).texts
  await expect(
    quoteText(other.world.ground, other.secretary, {
      surveyId: other.surveyId,
      responseId: text!.responseId,
      question,
    }),
  ).rejects.toMatchObject({ reason: 'not-quotable' })
})

test('nobody else reads texts, nor a question that asks for none', async () => {
  const { world, surveyId, secretary } = await aClosedSurvey()
  const someone = await world.person()
  await expect(readTexts(world.ground, someone, { surveyId })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(readTexts(world.ground, guest, { surveyId })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(
    addTheme(world.ground, secretary, { surveyId, question: 'area', title: 'Casa' }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await expect(addTheme(world.ground, someone, { surveyId, question, title: 'Casa' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('what answers say becomes a need or a statement that names the survey and nobody', async () => {
  const { world, surveyId, secretary, consultation } = await aClosedSurvey()
  const { id } = await postNeed(world.ground, secretary, {
    consultationId: consultation.id,
    surveyId,
    title: 'Affitti senza contratto',
    text: 'Chi lavora a stagione non trova casa.',
    language: 'it',
    areas: ['housing'],
    concerns: ['workers'],
    urgency: 'high',
    regionCode: '19',
    clientId: randomUUID(),
  })
  expect((await showNeed(world.ground, guest, { needId: id })).survey).toMatchObject({ id: surveyId })
  const { statementId } = await writeStatement(world.ground, secretary, {
    consultationId: consultation.id,
    surveyId,
    text: 'Chi lavora a stagione deve poter affittare.',
    clientId: randomUUID(),
  })
  const statements = await listStatements(world.ground, secretary, { consultationId: consultation.id })
  expect(statements.statements.find((each) => each.id === statementId)!.survey).toMatchObject({
    id: surveyId,
  })
})

test('nobody else says that a need or a statement comes from a survey, nor from one of another consultation', async () => {
  const { world, surveyId, secretary, consultation } = await aClosedSurvey()
  const { representative } = await world.organisation()
  const statement = { consultationId: consultation.id, surveyId, text: 'Chi lavora a stagione affitta.' }
  await expect(writeStatement(world.ground, representative, statement)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const other = await anAnsweredSurvey(world, { answers: [] })
  await expect(
    writeStatement(world.ground, secretary, { ...statement, surveyId: other.surveyId }),
  ).rejects.toMatchObject({ fields: { surveyId: { reason: 'not-in-list' } } })
})
