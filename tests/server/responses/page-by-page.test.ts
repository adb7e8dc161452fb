import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { resumeResponse, sendWhole, showPage, showReview } from '#server/responses/index.ts'
import { begun, stored } from '#tests/support/responses.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const household = {
  survey: `type | name | label::Italiano (it) | label::العربية (ar) | relevant | required | constraint | constraint_message::Italiano (it) | constraint_message::العربية (ar) | calculation | appearance
    begin_group | who | Chi sei | من أنت | | | | | | | field-list
    select_one yn | works | Lavori? | هل تعمل؟ | | yes | | | | |
    text | job_place | Dove lavori? | أين تعمل؟ | \${works} = 'yes' | yes | | | | |
    integer | age | Età | العمر | | | . >= 16 | Dai 16 anni | من 16 سنة | | |
    end_group | | | | | | | | | |
    begin_repeat | child | Figli | الأطفال | | | | | | |
    text | name | Nome | الاسم | | | | | | |
    integer | years | Anni | العمر | | | | | | |
    end_repeat | | | | | | | | | |
    select_multiple need or_other | needs | Che cosa serve? | ما المطلوب؟ | | | | | | |
    rank need | order | In che ordine? | بأي ترتيب؟ | | | | | | |
    text | story | Racconta | احك | | | | | | | quotable multiline
    calculate | all_years | | | | | | | | sum(\${years}) |`,
  choices: `list_name | name | label::Italiano (it) | label::العربية (ar)
    yn | yes | Sì | نعم
    yn | no | No | لا
    need | home | Casa | سكن
    need | job | Lavoro | عمل
    need | school | Scuola | مدرسة`,
}

const typed = {
  0: { 'who/works': 'yes', 'who/age': '٣٤', 'who/job_place': 'Bari' },
  1: {
    'child~turns': '2',
    'child[1]/name': 'Ali',
    'child[1]/years': '4',
    'child[2]/name': '',
    'child[2]/years': '9',
  },
  2: {
    needs: ['', 'school', 'home', 'other'],
    needs_other: ' un medico ',
    'order~home': '2',
    'order~job': '3',
    'order~school': '1',
    story: 'Una riga\r\ne un’altra',
    'story~quotable': 'yes',
  },
} as const
const asStored = {
  who: { works: 'yes', job_place: 'Bari', age: '34' },
  child: [
    { name: 'Ali', years: '4' },
    { name: '', years: '9' },
  ],
  needs: 'home school other',
  needs_other: 'un medico',
  order: 'school home job',
  story: 'Una riga\ne un’altra',
  all_years: '13',
}

const fields = (page: 0 | 1 | 2) =>
  structuredClone(typed[page]) as unknown as Record<string, string | string[]>

test('page by page and whole, the same answers are the same stored response', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form: household })
  const paged = await begun(world, surveyId, { language: 'it' })
  expect(await paged.keep(0, fields(0))).toMatchObject({ page: 1 })
  expect(await paged.keep(1, fields(1))).toMatchObject({ page: 2 })
  expect(await paged.keep(2, fields(2))).toMatchObject({ page: null })
  await paged.send()
  const whole = { surveyId, by: 'link' as const, language: 'it', clientId: randomUUID() }
  await sendWhole(world.ground, guest, { ...whole, fields: { ...fields(0), ...fields(1), ...fields(2) } })
  const [one, other] = await stored(world, surveyId)
  expect(one?.answers).toEqual(asStored)
  expect(one).toEqual({ ...other, id: one?.id })
  expect(one).toMatchObject({ quotable: ['story'], language: 'Italiano (it)', consent: null })
})

test('a question that comes to concern somebody is shown before they go on; what does not any more is not sent', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form: household })
  const { key, keep, send } = await begun(world, surveyId)
  const page = async () => (await showPage(world.ground, guest, { surveyId, key, page: 0 })).drawn
  const seen = async () => {
    const [group] = await page()
    return group?.is === 'group' ? group.inside.filter((each) => each.isRelevant).map(({ path }) => path) : []
  }
  expect(await seen()).toEqual(['who/works', 'who/age'])
  expect(await keep(0, { 'who/works': 'yes', 'who/age': '' }), 'the place of work is new').toMatchObject({
    page: 0,
  })
  expect(await seen()).toEqual(['who/works', 'who/job_place', 'who/age'])
  await expect(keep(0, { 'who/works': 'yes', 'who/job_place': '', 'who/age': '' })).rejects.toMatchObject({
    fields: { 'who/job_place': { reason: 'needed' } },
  })
  await keep(0, { 'who/works': 'yes', 'who/job_place': 'Bari', 'who/age': '' })
  await keep(1, { 'child~turns': '0' })
  // Back again: it does not concern them any more, and what they wrote waits in case it does.
  await keep(0, { 'who/works': 'no', 'who/age': '' })
  expect(await seen()).toEqual(['who/works', 'who/age'])
  await keep(2, { needs: '', story: '' })
  await send()
  expect((await stored(world, surveyId))[0]?.answers).toMatchObject({
    who: { works: 'no', age: '' },
    child: [],
  })
  expect(JSON.stringify(await stored(world, surveyId))).not.toContain('Bari')
})

test('what is wrong is refused at its field in the words of the form and the language of the answer, and stays typed', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form: household })
  const { key, keep } = await begun(world, surveyId, { language: 'ar' })
  await expect(keep(0, { 'who/works': 'no', 'who/age': '12' })).rejects.toMatchObject({
    kind: 'invalid',
    fields: { 'who/age': { reason: 'said', values: { message: 'من 16 سنة' } } },
  })
  const shown = await showPage(world.ground, guest, { surveyId, key })
  expect(shown).toMatchObject({ page: 0, language: { code: 'ar', direction: 'rtl' } })
  expect(JSON.stringify(shown.drawn)).toContain('"value":"12"')
  await expect(keep(0, { 'who/works': 'no', 'who/age': 'dodici' })).rejects.toMatchObject({
    fields: { 'who/age': { reason: 'not-a-number' } },
  })
})

test('back, save and one turn less keep everything that was typed, right or wrong', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form: household })
  const { key, keep } = await begun(world, surveyId)
  await keep(0, { 'who/works': 'no', 'who/age': '' })
  const two = {
    'child~turns': '2',
    'child[1]/name': 'Ali',
    'child[1]/years': 'quattro',
    'child[2]/name': 'Bea',
  }
  expect(await keep(1, two, { go: 'back' })).toMatchObject({ page: 0 })
  const turns = async () => {
    const { drawn } = await showPage(world.ground, guest, { surveyId, key, page: 1 })
    const [repeat] = drawn
    return repeat?.is === 'repeat'
      ? repeat.turns.map(({ inside }) => inside.map((each) => each.is === 'question' && each.value))
      : []
  }
  expect(await turns()).toEqual([
    ['Ali', 'quattro'],
    ['Bea', ''],
  ])
  expect(await keep(1, two, { go: 'stay', turn: 'remove:child[1]' })).toMatchObject({ page: 1 })
  expect(await turns()).toEqual([['Bea', '']])
  await keep(
    1,
    { 'child~turns': '1', 'child[1]/name': 'Bea', 'child[1]/years': '9' },
    { go: 'stay', turn: 'add:child' },
  )
  expect(await turns()).toEqual([
    ['Bea', '9'],
    ['', ''],
  ])
  expect(await keep(1, { 'child~turns': '1', 'child[1]/name': 'Bea' }, { go: 'save' })).toMatchObject({
    isSaved: true,
  })
  // On another device, by the code, however it is written.
  const written = ` ${key.toLowerCase().replace(/(....)/g, '$1-')} `
  expect(await resumeResponse(world.ground, guest, { surveyId, key: written })).toMatchObject({ key })
  await expect(
    resumeResponse(world.ground, guest, { surveyId, key: '0123456789ABCDEF' }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  const { rows } = {
    rows: await world.ground.db
      .selectFrom('surveyResponses')
      .where('surveyId', '=', surveyId)
      .selectAll()
      .execute(),
  }
  expect(JSON.stringify(rows)).not.toContain(key)
})

test.each([
  ['a choice that is not there', 0, { 'who/works': 'perhaps' }, 'who/works', 'not-in-list'],
  ['two choices where one is asked', 0, { 'who/works': ['yes', 'no'] }, 'who/works', 'not-in-list'],
  ['a forged choice among many', 2, { needs: ['home', 'forged'] }, 'needs', 'not-in-list'],
  [
    'a rank given twice',
    2,
    { 'order~home': '1', 'order~job': '1', 'order~school': '3' },
    'order',
    'rank-each-once',
  ],
  [
    'a rank below one',
    2,
    { 'order~home': '-1', 'order~job': '1', 'order~school': '2' },
    'order',
    'rank-each-once',
  ],
  [
    'a rank of what is not there',
    2,
    { 'order~home': '1', 'order~job': '2', 'order~gold': '3' },
    'order',
    'not-in-list',
  ],
  ['another without its words', 2, { needs: ['other'], needs_other: ' ' }, 'needs_other', 'needed'],
  ['a calculation of one’s own', 2, { all_years: '99' }, 'all_years', 'read-only'],
  ['a field of nowhere', 2, { 'who/works': 'yes' }, 'who/works', 'unknown-field'],
  ['a name that objects have', 2, { constructor: 'x' }, 'constructor', 'unknown-field'],
  ['a story too long', 2, { story: 'x'.repeat(5_001) }, 'story', 'too-long'],
])('refused at its field: %s', async (_, page, wrong, field, reason) => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form: household })
  const { keep, send } = await begun(world, surveyId)
  const right = { 0: { 'who/works': 'no' }, 1: { 'child~turns': '0' }, 2: {} }
  for (const before of [0, 1] as const) if (before < page) await keep(before, right[before])
  await expect(keep(page, { ...right[page as 0], ...wrong })).rejects.toMatchObject({
    kind: 'invalid',
    fields: { [field]: { reason } },
  })
  const whole = { surveyId, by: 'link' as const, clientId: randomUUID() }
  // Whole, a field of another page is where it belongs.
  if (field !== 'who/works' || page === 0)
    await expect(
      sendWhole(world.ground, guest, { ...whole, fields: { 'who/works': 'no', ...wrong } }),
    ).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
  await expect(send(), 'nor is it sent').rejects.toMatchObject({ name: 'Refusal' })
})

test('a page skipped is refused, and whoever sends too early is told what is missing', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form: household })
  const { key, keep, send } = await begun(world, surveyId)
  await expect(keep(2, { story: 'Subito' })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'survey-page-skipped',
  })
  await expect(showReview(world.ground, guest, { surveyId, key })).rejects.toMatchObject({
    reason: 'survey-page-skipped',
  })
  await expect(send()).rejects.toMatchObject({ fields: { 'who/works': { reason: 'needed' } } })
  expect(await stored(world, surveyId)).toEqual([])
})
