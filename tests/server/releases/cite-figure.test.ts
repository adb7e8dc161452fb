import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { publishBrief, showBrief } from '#server/briefs/index.ts'
import { citeFigure, publishRelease, showResults, withdrawFigure } from '#server/releases/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { anAnsweredSurvey } from '#tests/support/releases.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const nextSteps = 'La Regione risponde entro due mesi a ogni proposta.'

async function aReleasedSurvey() {
  const world = await aWorld()
  const survey = await anAnsweredSurvey(world)
  await publishRelease(world.ground, survey.chair, { surveyId: survey.surveyId, number: 1 })
  return { world, ...survey }
}

test('a brief says the figures that were chosen for it, as they were released', async () => {
  const { world, surveyId, chair, secretary, consultation } = await aReleasedSurvey()
  await aNeed(world, { consultationId: consultation.id })
  await citeFigure(world.ground, secretary, { surveyId, number: 1, question: 'area' })
  await citeFigure(world.ground, secretary, { surveyId, number: 1, question: 'area' })
  await citeFigure(world.ground, secretary, { surveyId, number: 1, question: 'sector' })
  await withdrawFigure(world.ground, secretary, { surveyId, question: 'sector' })
  const { id } = await publishBrief(world.ground, chair, {
    consultationId: consultation.id,
    nextSteps,
    clientId: randomUUID(),
  })
  const brief = await showBrief(world.ground, guest, { briefId: id })
  const { release } = await showResults(world.ground, guest, { surveyId })
  expect(brief.content.surveys).toEqual([
    {
      surveyId,
      title: release!.content.survey.title,
      number: 1,
      sha256: release!.sha256,
      people: 120,
      figures: [release!.content.figures.find(({ question }) => question === 'area')],
    },
  ])
})

test('only who leads the table chooses figures, and only such as are told', async () => {
  const { world, surveyId, chair } = await aReleasedSurvey()
  const someone = await world.person()
  const asked = { surveyId, number: 1, question: 'area' }
  await expect(citeFigure(world.ground, someone, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(citeFigure(world.ground, chair, { ...asked, number: 2 })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await expect(citeFigure(world.ground, chair, { ...asked, question: 'more/why' })).rejects.toMatchObject({
    kind: 'unseen',
  })
})
