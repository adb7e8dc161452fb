import { expect, test } from 'vitest'
import {
  downloadForm,
  everyItem,
  keepChoices,
  keepItem,
  moveItem,
  planTables,
  removeItem,
  replaceForm,
  setLanguages,
  setReference,
  showSurvey,
  translate,
} from '#server/surveys/index.ts'
import { readForm } from '#server/surveys/xlsform/read-form.ts'
import { aDraftSurvey } from '#tests/support/surveys.ts'
import { aWorld, type World } from '#tests/support/world.ts'

/** A draft and its acts, each at the version that its author saw. */
async function aDesk(world: World, form?: Parameters<typeof aDraftSurvey>[1]) {
  const draft = await aDraftSurvey(world, form)
  const { surveyId, chair } = draft
  const shown = () => showSurvey(world.ground, chair, { surveyId })
  const at = async () => ({ surveyId, version: (await shown()).version })
  return {
    ...draft,
    shown,
    names: async () => [...everyItem((await shown()).form.items)].map(({ name }) => name),
    keep: async (item: Record<string, unknown>) =>
      keepItem(world.ground, chair, { ...(await at()), ...item } as Parameters<typeof keepItem>[2]),
    move: async (move: string) => moveItem(world.ground, chair, { ...(await at()), move }),
    remove: async (path: string) => removeItem(world.ground, chair, { ...(await at()), path }),
    with: async (
      act: (ground: World['ground'], who: typeof chair, asked: never) => Promise<unknown>,
      asked: object,
    ) => act(world.ground, chair, { ...(await at()), ...asked } as never),
  }
}

test('questions, groups and repeats are added, moved in, out, up and down, and removed', async () => {
  const desk = await aDesk(await aWorld())
  await desk.keep({
    type: 'integer',
    label: ['Quante persone?'],
    constraint: '. > 0',
    constraintMessage: ['Almeno una.'],
  })
  await desk.keep({ type: 'group', label: ['Chi sei'], appearance: 'field-list' })
  await desk.keep({ type: 'text', label: ['Come ti chiami?'], into: 'chi_sei' })
  expect(await desk.names()).toEqual(['area', 'why', 'quante_persone', 'chi_sei', 'come_ti_chiami'])
  await desk.move('up quante_persone')
  await desk.move('down why')
  await desk.move('in why')
  expect(await desk.names()).toEqual(['area', 'quante_persone', 'chi_sei', 'come_ti_chiami', 'why'])
  await desk.move('up chi_sei/why')
  await desk.move('out chi_sei/why')
  expect(await desk.names()).toEqual(['area', 'quante_persone', 'chi_sei', 'come_ti_chiami', 'why'])
  await desk.remove('chi_sei')
  await desk.keep({ type: 'repeat', label: ['Figli'] })
  expect(await desk.names()).toEqual(['area', 'quante_persone', 'why', 'figli'])
  const { problems } = await desk.shown()
  expect(problems.map(({ reason }) => reason)).toEqual(['group-empty'])
})

test('a new question with choices brings its list; another takes one that is there', async () => {
  const desk = await aDesk(await aWorld())
  await desk.keep({ type: 'select_one', label: ['Quando?'], newChoices: 'Mattina\n\nSera \nSera' })
  await desk.keep({ type: 'select_multiple', label: ['E poi?'], list: 'quando', other: 'yes' })
  const { form } = await desk.shown()
  expect(form.lists['quando']?.map(({ name, label }) => [name, label['']])).toEqual([
    ['mattina', 'Mattina'],
    ['sera', 'Sera'],
    ['sera_2', 'Sera'],
  ])
  expect(form.items.at(-1)).toMatchObject({ type: 'select_multiple', list: 'quando', other: true })
  await expect(desk.keep({ type: 'rank', label: ['Ordina'] })).rejects.toMatchObject({
    fields: { list: { reason: 'needed' } },
  })
})

test('an expression that cannot be read is refused at its field, with the place in it', async () => {
  const desk = await aDesk(await aWorld())
  const refused = async (item: Record<string, unknown>, field: string, reason: string) =>
    expect(desk.keep({ type: 'text', label: ['Altro'], ...item })).rejects.toMatchObject({
      fields: { [field]: { reason, values: { at: expect.any(Number) as number } } },
    })
  await refused({ relevant: "${aera} = 'work'" }, 'relevant', 'unknown-question')
  await refused({ constraint: '. == 1' }, 'constraint', 'doubled-equals')
  await refused({ calculation: 'selectd(${area}, 1)' }, 'calculation', 'unknown-function')
  await refused({ required: '(' }, 'required', 'unexpected-end')
  await refused({ readOnly: "'x" }, 'readOnly', 'unclosed-text')
  await expect(desk.keep({ type: 'text', name: 'due parole', label: ['A'] })).rejects.toMatchObject({
    fields: { name: { reason: 'name-invalid' } },
  })
  await expect(desk.keep({ type: 'text', name: 'senza' })).rejects.toMatchObject({
    fields: { label: { reason: 'label-missing' } },
  })
  expect(await desk.names()).toEqual(['area', 'why'])
})

test('a question called otherwise is so wherever its answer is asked for; one that is asked for cannot go', async () => {
  const desk = await aDesk(await aWorld())
  await desk.keep({
    type: 'text',
    label: ['Dove? Hai detto ${area}'],
    name: 'where',
    relevant: "${area} = 'housing'",
  })
  const was = (await desk.shown()).form.items[0]
  await desk.keep({
    path: 'area',
    type: 'select_one',
    list: 'area',
    label: ['Che cosa manca?'],
    isRequired: 'yes',
    name: 'missing',
  })
  const { items } = (await desk.shown()).form
  expect(items[0]).toEqual({ ...was, name: 'missing' })
  expect(items[2]).toMatchObject({
    label: { '': 'Dove? Hai detto ${missing}' },
    relevant: { source: "${missing} = 'housing'" },
  })
  await expect(desk.remove('missing')).rejects.toMatchObject({
    fields: {
      'survey 3 relevant': { reason: 'unknown-question', values: { name: 'missing', where: 'where' } },
    },
  })
})

test('choices change their words and order and keep what else they say', async () => {
  const desk = await aDesk(await aWorld(), {
    form: {
      survey: 'type | name | label | choice_filter\ntext | r | R |\nselect_one town | t | T | region=${r}',
      choices:
        'list_name | name | label | region\ntown | pa | Palermo | sic\ntown | ct | Catania | sic\ntown | ba | Bari | pug',
    },
  })
  await desk.with(keepChoices, {
    list: 'town',
    language: '',
    was: ['ct', 'pa', ''],
    name: ['ct', 'pmo', ''],
    label: ['Catania', 'Palermo città', 'Enna'],
  })
  const towns = (await desk.shown()).form.lists['town']
  expect(towns?.map(({ name, label, more }) => [name, label[''], more['region']])).toEqual([
    ['ct', 'Catania', 'sic'],
    ['pmo', 'Palermo città', 'sic'],
    ['enna', 'Enna', undefined],
  ])
})

test('languages are added, spoken, left out; what had no language becomes the first one’s', async () => {
  const desk = await aDesk(await aWorld())
  const languages = ['Italiano (it)', 'العربية (ar)']
  await desk.with(setLanguages, { languages, defaultLanguage: 'Italiano (it)' })
  const { form } = await desk.shown()
  expect(form.languages).toEqual(languages)
  expect(form.items[0]?.label).toEqual({ 'Italiano (it)': 'Che cosa manca?' })
  await desk.with(translate, {
    language: 'العربية (ar)',
    place: ['survey 0 label', 'choices 1 label'],
    text: ['ما الذي ينقص؟', 'العمل'],
  })
  const spoken = (await desk.shown()).form
  expect(spoken.items[0]?.label).toMatchObject({ 'العربية (ar)': 'ما الذي ينقص؟' })
  expect(spoken.lists['area']?.[1]?.label).toEqual({ 'Italiano (it)': 'Lavoro', 'العربية (ar)': 'العمل' })
  await expect(
    desk.with(translate, { language: 'English (en)', place: ['survey 0 label'], text: ['x'] }),
  ).rejects.toMatchObject({ fields: { language: { reason: 'not-in-list' } } })
  await desk.with(setLanguages, { languages: ['Italiano (it)'], defaultLanguage: 'Italiano (it)' })
  expect(JSON.stringify((await desk.shown()).form)).not.toContain('العمل')
})

test('the survey is downloaded as a spreadsheet that reads as the same survey', async () => {
  const world = await aWorld()
  const desk = await aDesk(world)
  await desk.keep({
    type: 'range',
    label: ['Quanto?'],
    parameters: 'start=0 end=10 step=2',
    hint: ['0 niente'],
  })
  const { form } = await desk.shown()
  const { file } = await downloadForm(world.ground, desk.chair, { surveyId: desk.surveyId })
  expect((await readForm(Buffer.from(file, 'base64'))).form).toEqual(form)
  await expect(
    downloadForm(world.ground, await world.person(), { surveyId: desk.surveyId }),
  ).rejects.toMatchObject({ kind: 'unseen' })
})

test('of forty who change the same draft at once, one does and the others are told', async () => {
  const world = await aWorld()
  const { surveyId, chair, secretary, shown } = await aDesk(world)
  const changed = await Promise.allSettled(
    Array.from({ length: 40 }, (_, n) =>
      keepItem(world.ground, n % 2 ? chair : secretary, {
        surveyId,
        version: 1,
        type: 'note',
        label: [`Nota ${n}`],
      } as unknown as Parameters<typeof keepItem>[2]),
    ),
  )
  expect(changed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const reasons = changed.flatMap((each) =>
    each.status === 'rejected' ? [(each.reason as { reason: string }).reason] : [],
  )
  expect(new Set(reasons)).toEqual(new Set(['survey-changed-meanwhile']))
  expect((await shown()).form.items).toHaveLength(3)
})

test('what will be published is declared with its pairs and days; a question that goes takes its tables along', async () => {
  const desk = await aDesk(await aWorld())
  await desk.keep({ type: 'select_one', name: 'again', label: ['Di nuovo?'], list: 'area' })
  const refused = async (asked: object, field: string, reason: string) =>
    expect(desk.with(planTables, asked)).rejects.toMatchObject({ fields: { [field]: { reason } } })
  const day = '2099-03-01'
  await refused({ single: ['why'], day: [day] }, 'single', 'not-in-list')
  await refused({ single: ['area'], day: [''] }, 'day', 'needed')
  await refused({ single: ['area'], day: ['2020-01-01'] }, 'day', 'must-be-later')
  await refused({ pairRows: ['area'], pairColumns: ['area'], day: [day] }, 'pairColumns', 'pair-of-one')
  await refused(
    { pairRows: ['area', 'again'], pairColumns: ['again', 'area'], day: [day] },
    'pairRows',
    'pair-doubled',
  )
  await desk.with(planTables, {
    single: ['area', 'again'],
    pairRows: ['area', ''],
    pairColumns: ['again', ''],
    day: [day, ''],
  })
  expect((await desk.shown()).plan).toEqual({
    tables: [
      { rows: 'area', columns: null },
      { rows: 'again', columns: null },
      { rows: 'area', columns: 'again' },
    ],
    merges: { area: ['housing', 'work'], again: ['housing', 'work'] },
    days: [day],
  })
  await desk.remove('again')
  expect((await desk.shown()).plan).toEqual({
    tables: [{ rows: 'area', columns: null }],
    merges: { area: ['housing', 'work'] },
    days: [day],
  })
})

test('a reference population is read line by line, with its source', async () => {
  const desk = await aDesk(await aWorld())
  const refused = async (table: string, reason: string, line: number) =>
    expect(desk.with(setReference, { source: 'ISTAT 2025', table })).rejects.toMatchObject({
      fields: { table: { reason, values: { line } } },
    })
  await refused('area,housing,10\nerea,work,5', 'reference-question-unknown', 2)
  await refused('domanda;scelta;numero\narea;nowhere;5', 'reference-choice-unknown', 2)
  await refused('area,housing,dieci', 'reference-number-wrong', 1)
  await expect(desk.with(setReference, { table: 'area,work,1' })).rejects.toMatchObject({
    fields: { source: { reason: 'needed' } },
  })
  await desk.with(setReference, {
    source: 'ISTAT 2025',
    table: 'domanda;scelta;numero\narea;housing;1200\narea;work;800',
  })
  expect((await desk.shown()).reference).toEqual({
    source: 'ISTAT 2025',
    counts: { area: { housing: 1200, work: 800 } },
  })
})

test('a form of ten thousand choices is taken, changed and handed out again', async () => {
  const world = await aWorld()
  const lines = Array.from({ length: 10_000 }, (_, n) => `towns | t${n} | Luogo ${n}`)
  const desk = await aDesk(world, {
    form: {
      survey: 'type | name | label\nselect_one towns | town | Dove?',
      choices: `list_name | name | label\n${lines.join('\n')}`,
    },
  })
  await desk.keep({ type: 'text', label: ['Altro'] })
  const { form } = await desk.shown()
  expect(form.lists['towns']).toHaveLength(10_000)
  const { file } = await downloadForm(world.ground, desk.chair, { surveyId: desk.surveyId })
  expect(await desk.with(replaceForm, { file })).toMatchObject({ replaced: true, problems: [] })
})
