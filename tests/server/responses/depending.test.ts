import { expect, test } from 'vitest'
import { showPage } from '#server/responses/index.ts'
import type { QuestionDrawn } from '#server/responses/contract.ts'
import { begun, stored } from '#tests/support/responses.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, guest } from '#tests/support/world.ts'
import { formOf, send } from './fill-in.ts'

const offices = {
  survey: `type | name | label | choice_filter | required
    select_one area | area | In quale zona? | |
    select_one office | office | Quale sportello? | area = \${area} | yes
    select_one area | again | Ancora? | |`,
  choices: `list_name | name | label | area
    area | coast | Costa |
    area | hills | Colline |
    area | sea | Mare |
    office | port | Porto | coast
    office | beach | Spiaggia | coast
    office | hill | Collina | hills`,
}

async function answering() {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form: offices })
  const { key, keep, send } = await begun(world, surveyId)
  const office = async () => {
    const { drawn } = await showPage(world.ground, guest, { surveyId, key, page: 0 })
    const { isRelevant, choices = [] } = drawn[1] as QuestionDrawn
    return isRelevant ? choices.filter(({ isClosed }) => !isClosed).map(({ name }) => name) : null
  }
  const answer = async () => (await stored(world, surveyId))[0]?.answers
  return { keep, send, office, answer }
}

test('a question whose choices all wait for another answer is shown once there are some, before one goes on', async () => {
  const { keep, send, office, answer } = await answering()
  expect(await office()).toBeNull()
  expect(await keep(0, { area: 'coast', again: '' })).toMatchObject({ page: 0 })
  expect(await office()).toEqual(['port', 'beach'])
  await expect(keep(0, { area: 'coast', office: '', again: '' })).rejects.toMatchObject({
    fields: { office: { reason: 'needed' } },
  })
  expect(await keep(0, { area: 'coast', office: 'beach', again: '' })).toMatchObject({ page: null })
  await send()
  expect(await answer()).toEqual({ area: 'coast', office: 'beach', again: '' })
})

test('who changes the answer before finds the choices of the new one; where there are none, nothing holds them up', async () => {
  const { keep, send, office, answer } = await answering()
  await keep(0, { area: 'coast', again: '' })
  await keep(0, { area: 'coast', office: 'beach', again: '' })
  await expect(keep(0, { area: 'hills', office: 'beach', again: '' })).rejects.toMatchObject({
    fields: { office: { reason: 'not-in-list' } },
  })
  expect(await office()).toEqual(['hill'])
  await expect(keep(0, { area: 'sea', office: 'beach', again: '' })).rejects.toThrow()
  expect(await office()).toBeNull()
  expect(await keep(0, { area: 'sea', again: '' })).toMatchObject({ page: null })
  await send()
  expect(await answer()).toEqual({ area: 'sea', office: '', again: '' })
})

test.each(['select_one', 'select_multiple'])(
  'whoever writes what else, and chooses nothing of a %s, has chosen that',
  async (type) => {
    const form = await formOf({
      survey: `type | name | label\n${type} tongue or_other | tongue | Che lingua?`,
      choices: 'list_name | name | label\ntongue | it | Italiano',
    })
    expect(send(form, { tongue: '', tongue_other: 'amarico' }).answers).toEqual({
      tongue: 'other',
      tongue_other: 'amarico',
    })
    expect(send(form, { tongue: 'it', tongue_other: 'amarico' }).answers).toEqual({ tongue: 'it' })
  },
)

test.each([
  ['a municipality', { region: '19', province: '082', municipality: '082053', of: '19 082' }, '082053'],
  ['a province', { region: '19', province: '082', of: '19 ' }, '082'],
  ['the whole region after all', { region: '19', province: '', municipality: '082053', of: '19 082' }, '19'],
  ['another region', { region: '16', province: '082', municipality: '082053', of: '19 082' }, '16'],
  ['another province', { region: '19', province: '083', municipality: '082053', of: '19 082' }, '083'],
  ['nowhere after all', { region: '', province: '082', municipality: '', of: '19 082' }, ''],
  [
    'a municipality, in a script’s own lists',
    { region: '19', province: '082', municipality: '082053' },
    '082053',
  ],
])('of the places in three lists, %s is kept and nothing that another left over', async (_, parts, kept) => {
  const form = await formOf({
    survey: 'type | name | label | appearance\ntext | town | Dove vivi? | place',
  })
  const fields = Object.entries(parts).map(([name, value]) => [`town~${name}`, value])
  expect(send(form, Object.fromEntries(fields)).answers).toEqual({ town: kept })
})
