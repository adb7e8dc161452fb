import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import {
  closeSurvey,
  composeSurvey,
  everyItem,
  listSurveys,
  openSurvey,
  replaceForm,
  setSurveyRules,
  showSurvey,
  uploadSurvey,
} from '#server/surveys/index.ts'
import { templates } from '#server/surveys/words.ts'
import { aDraftSurvey, asRules, fileOf } from '#tests/support/surveys.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test.each(templates)(
  'the template %s is a form in four languages, with nothing to be mended',
  async (template) => {
    const world = await aWorld()
    const { id, table } = await world.consultation()
    const asked = {
      consultationId: id,
      title: 'Che cosa serve?',
      template,
      language: 'English (en)' as const,
    }
    const { surveyId } = await composeSurvey(world.ground, table.chair, { ...asked, clientId: randomUUID() })
    const { form, problems } = await showSurvey(world.ground, table.chair, { surveyId })
    expect(problems).toEqual([])
    expect(form.languages).toEqual(['Italiano (it)', 'English (en)', 'Français (fr)', 'العربية (ar)'])
    expect(form.settings).toMatchObject({ form_title: 'Che cosa serve?', default_language: 'English (en)' })
    expect([...everyItem(form.items)].length).toBeGreaterThan(10)
    const said = [...everyItem(form.items), ...Object.values(form.lists).flat()]
    for (const { name, label } of said)
      expect([name, Object.values(label).filter(Boolean)]).toHaveProperty('1.length', 4)
  },
)

test('a survey begun from nothing is kept without a question, and does not open so', async () => {
  const world = await aWorld()
  const { id, table } = await world.consultation()
  const asked = {
    consultationId: id,
    title: 'Nuovo',
    language: 'Italiano (it)' as const,
    clientId: randomUUID(),
  }
  const { surveyId } = await composeSurvey(world.ground, table.secretary, asked)
  expect(await showSurvey(world.ground, table.chair, { surveyId })).toMatchObject({
    state: 'draft',
    title: 'Nuovo',
    problems: [{ severity: 'error', reason: 'nothing-asked' }],
    missing: ['survey-form-unfinished', 'survey-thanks-missing'],
  })
  await expect(
    openSurvey(world.ground, table.chair, { surveyId, version: 1, when: 'now' }),
  ).rejects.toMatchObject({ reason: 'survey-form-unfinished' })
})

test('forty times at once composed is once', async () => {
  const world = await aWorld()
  const { id, table } = await world.consultation()
  const asked = {
    consultationId: id,
    title: 'Nuovo',
    language: 'Italiano (it)' as const,
    clientId: randomUUID(),
  }
  const composed = await Promise.all(
    Array.from({ length: 40 }, () => composeSurvey(world.ground, table.chair, asked)),
  )
  expect(new Set(composed.map(({ surveyId }) => surveyId)).size).toBe(1)
  expect((await listSurveys(world.ground, table.chair, { consultationId: id })).surveys).toHaveLength(1)
})

test('only chair and secretary compose and upload; outsiders find no consultation', async () => {
  const world = await aWorld()
  const { id, table } = await world.consultation({ visibility: 'members' })
  const file = await fileOf({ survey: 'type | name | label\ntext | a | A' })
  const compose = (who: Person) =>
    composeSurvey(world.ground, who, { consultationId: id, title: 'Nuovo', language: 'Italiano (it)' })
  const upload = (who: Person) => uploadSurvey(world.ground, who, { consultationId: id, file })
  const outsider = await world.person()
  for (const act of [compose, upload]) {
    await expect(act(table.moderator)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(act(outsider)).rejects.toMatchObject({ kind: 'unseen' })
  }
  await expect(uploadSurvey(world.ground, guest, { consultationId: id, file })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
})

test('a spreadsheet with mistakes makes no survey, and every mistake is told with its place', async () => {
  const world = await aWorld()
  const { id, table } = await world.consultation()
  const file = await fileOf({
    survey: "type | name | label | relevant\ntxet | a | A |\ntext | b | B | ${c} = 'x'\ngeoshape | d | D |",
  })
  const answered = await uploadSurvey(world.ground, table.chair, { consultationId: id, file })
  expect(answered.surveyId).toBeNull()
  expect(answered.problems.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [2, 'type', 'unknown-type'],
    [3, 'relevant', 'unknown-question'],
    [4, 'type', 'unsupported-type'],
  ])
  expect((await listSurveys(world.ground, table.chair, { consultationId: id })).surveys).toEqual([])
  await expect(
    uploadSurvey(world.ground, table.chair, { consultationId: id, file: 'non è un file' }),
  ).rejects.toMatchObject({ fields: { file: { reason: 'not-valid' } } })
})

test('what is not used here is named and kept; the form may be replaced until it opens', async () => {
  const world = await aWorld()
  const form = {
    survey: 'type | name | label | media::image\ndeviceid | d | |\ntext | a | A | foto.png',
    settings: 'form_title | form_id\nBisogni 2026 | bisogni',
  }
  const draft = await aDraftSurvey(world, { form })
  const { surveyId, chair } = draft
  const shown = await showSurvey(world.ground, chair, { surveyId })
  expect(shown.title).toBe('Bisogni 2026')
  expect(shown.problems.map(({ reason }) => reason)).toEqual(['unsupported-column', 'not-asked-here'])
  const better = await fileOf({ survey: 'type | name | label\ninteger | n | Quanti?' })
  await expect(
    replaceForm(world.ground, chair, { surveyId, version: 9, file: better }),
  ).rejects.toMatchObject({ reason: 'survey-changed-meanwhile' })
  expect(await replaceForm(world.ground, chair, { surveyId, version: 1, file: better })).toMatchObject({
    replaced: true,
  })
  const { items } = (await showSurvey(world.ground, chair, { surveyId })).form
  expect(items.map(({ name }) => name)).toEqual(['n'])
})

/** One question about each relative, or about all of them at once. */
const kin = (is: 'group' | 'repeat') => ({
  survey: `type | name | label\nbegin_${is} | kin | Familiare\nselect_one job | work | Lavora?\nend_${is} | |`,
  choices: 'list_name | name | label\njob | yes | Sì\njob | no | No',
})

test('a quota on a question that is asked again in each turn is refused at its field, and goes when its group comes to repeat', async () => {
  const world = await aWorld()
  const repeating = await aDraftSurvey(world, { form: kin('repeat') })
  const quota = { quota: ['kin/work yes'], quotaMost: ['3'] }
  await expect(
    setSurveyRules(world.ground, repeating.chair, await asRules(world, repeating, quota)),
  ).rejects.toMatchObject({ fields: { quota: { reason: 'quota-in-repeat' } } })

  const once = await aDraftSurvey(world, { form: kin('group') })
  const { surveyId, chair } = once
  await setSurveyRules(world.ground, chair, await asRules(world, once, quota))
  const { quotas, version } = await showSurvey(world.ground, chair, { surveyId })
  expect(quotas).toHaveLength(1)
  await replaceForm(world.ground, chair, { surveyId, version, file: await fileOf(kin('repeat')) })
  expect(await showSurvey(world.ground, chair, { surveyId })).toMatchObject({ quotas: [] })
})

test('rules that cannot be are refused at their field; those about choices that are gone go with them', async () => {
  const world = await aWorld()
  const draft = await aDraftSurvey(world)
  const { surveyId, chair } = draft
  const refused = async (more: Parameters<typeof asRules>[2], field: string, reason: string) =>
    expect(setSurveyRules(world.ground, chair, await asRules(world, draft, more))).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
  await refused({ access: [] }, 'access', 'needed')
  await refused({ access: ['everybody'] }, 'access', 'not-in-list')
  await refused({ closesAt: '2020-01-01T10:00' }, 'closesAt', 'must-be-later')
  await refused({ quota: ['area nowhere'], quotaMost: ['3'] }, 'quota', 'not-in-list')
  await refused({ quota: ['area work'], quotaMost: [''] }, 'quotaMost', 'needed')
  await refused({ quota: ['area work', 'area work'], quotaMost: ['3', '4'] }, 'quota', 'quota-doubled')
  await refused({ timesEach: '0' }, 'timesEach', 'too-small')

  const rules = await asRules(world, draft, {
    quota: ['area work', ''],
    quotaMost: ['3', ''],
    timesEach: '1',
  })
  await setSurveyRules(world.ground, chair, rules)
  const kept = await showSurvey(world.ground, chair, { surveyId })
  expect(kept).toMatchObject({ quotas: [{ question: 'area', choice: 'work', most: 3 }], timesEach: 1 })
  const file = await fileOf({ survey: 'type | name | label\ninteger | n | Quanti?' })
  await replaceForm(world.ground, chair, { surveyId, version: kept.version, file })
  expect(await showSurvey(world.ground, chair, { surveyId })).toMatchObject({ quotas: [] })
  await expect(closeSurvey(world.ground, chair, { surveyId })).rejects.toMatchObject({
    reason: 'survey-not-open',
  })
})
