import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { workbookOf } from '#tests/server/surveys/workbooks.ts'
import { aPhoneWithScripts, openWhole, said } from './offline-phone.ts'
import { enter, test } from './stage.ts'

const form = {
  survey: `type | name | label::Italiano (it) | label::العربية (ar) | required | relevant | constraint | constraint_message::Italiano (it) | constraint_message::العربية (ar) | calculation
select_one area | area | Che cosa manca di più? | ما الذي ينقص أكثر؟ | yes | | | | |
text | why | Perché il lavoro? | لماذا العمل؟ | yes | \${area} = 'work' | | | |
begin_repeat | child | Figlio | طفل | | | | | |
integer | age | Età | العمر | yes | | . < 18 | Meno di 18 anni. | أقل من 18 سنة. |
end_repeat | | | | | | | | |
calculate | ages | | | | | | | | sum(\${age})
note | total | Anni in tutto: \${ages} | مجموع الأعمار: \${ages} | | | | | |`,
  choices: `list_name | name | label::Italiano (it) | label::العربية (ar)
area | housing | Casa | السكن
area | work | Lavoro | العمل`,
}

/** Asks an act by its second door, as this person. */
async function ask<Answer>(page: Page, act: string, asked: object): Promise<Answer> {
  const answered = await page.request.post(`/api/v1/${act}`, { data: asked })
  expect(answered.ok(), `${act}: ${await answered.text()}`).toBe(true)
  return ((await answered.json()) as { answer: Answer }).answer
}

/** An open survey of the demo's own consultation, composed by its chair. */
async function anOpenSurvey(chair: Page, rules: object = {}): Promise<string> {
  await chair.goto('/consultations?stage=answer')
  const link = chair.locator('main a[href^="/consultations/"]').first()
  const consultationId = (await link.getAttribute('href'))?.split('/')[2] ?? ''
  const file = Buffer.from(await workbookOf(form)).toString('base64')
  const upload = { consultationId, file, clientId: randomUUID() }
  const { surveyId, problems } = await ask<{ surveyId: string; problems: unknown }>(
    chair,
    'surveys/upload-survey',
    upload,
  )
  expect(surveyId, JSON.stringify(problems)).toBeTruthy()
  const day = 86_400_000
  await ask(chair, 'surveys/set-survey-rules', {
    surveyId,
    version: 1,
    title: 'Che cosa manca',
    access: ['link'],
    opensAt: new Date(Date.now() - day).toISOString(),
    closesAt: new Date(Date.now() + 30 * day).toISOString(),
    isApart: 'yes',
    thanks: ['Grazie. Pubblichiamo i numeri tra un mese.', 'شكرًا. ننشر الأرقام بعد شهر.'],
    ...rules,
  })
  await ask(chair, 'surveys/open-survey', { surveyId, version: 2, when: 'now' })
  return surveyId
}

/** Everything that the page's own storage holds of answers. */
function keptOn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open('surveys')
        asked.addEventListener('success', () => {
          const stores = ['typed', 'waiting']
          const reading = asked.result.transaction(stores)
          const all = stores.map((store) => reading.objectStore(store).getAll())
          reading.addEventListener('complete', () =>
            resolve(JSON.stringify(all.map(({ result }) => result as unknown))),
          )
        })
      }),
  )
}

test('a phone without a line keeps a whole survey and sends it once', async ({ browser, stage }) => {
  test.setTimeout(60_000)
  const url = stage.urls[0] ?? ''
  const chair = await enter(browser, url, 'table-chair')
  const surveyId = await anOpenSurvey(chair, { mostResponses: '2' })
  const { context, page } = await aPhoneWithScripts(browser, url)
  const sends: number[] = []
  context.on('response', (answered) => {
    if (answered.url().endsWith('/whole/sending')) sends.push(answered.status())
  })
  await openWhole(page, surveyId)

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByLabel('Perché il lavoro?')).toBeHidden()
  await page.getByLabel('Lavoro', { exact: true }).check()
  await page.getByLabel('Perché il lavoro?').fill('Il canarino')
  await page.getByLabel('Età').fill('20')
  await page.getByLabel('Età').blur()
  await expect(page.getByText('Meno di 18 anni.')).toBeVisible()
  await page.getByLabel('Età').fill('7')
  await page.getByRole('button', { name: 'Aggiungi' }).click()
  await page.getByLabel('Età').nth(1).fill('5')
  await expect(page.getByText('Meno di 18 anni.')).toHaveCount(0)
  await expect(page.locator('[data-asked="total"]')).toHaveText('Anni in tutto: 12')

  await page.goto(`/surveys/${surveyId}/whole?language=ar`)
  await expect(page.locator('.survey-words')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('input[name="child[2]/age"]')).toHaveValue('5')
  await expect(page.locator('[name="why"]')).toHaveValue('Il canarino')

  await page.locator('.survey-buttons .btn-primary').dblclick()
  await expect(said(page, 'waiting')).toBeVisible()
  const second = await context.newPage()
  await second.goto(`/surveys/${surveyId}/whole?language=it`)
  await expect(said(second, 'waiting')).toBeVisible()
  expect(sends).toEqual([])

  await context.setOffline(false)
  await expect(said(page, 'sent')).toBeVisible()
  await expect(said(second, 'sent')).toBeVisible()
  expect(sends).toEqual([200])
  expect(await keptOn(page)).not.toContain('canarino')

  // Of the two that are taken one is left: what comes after it is refused, and stays to be mended.
  const { page: another } = await aPhoneWithScripts(browser, url)
  await openWhole(another, surveyId)
  await page.goto(`/surveys/${surveyId}/whole?language=it`)
  for (const each of [another, page]) {
    await each.getByLabel('Casa', { exact: true }).check()
    await each.getByLabel('Età').first().fill('3')
    await each.locator('.survey-buttons .btn-primary').click()
    await expect(said(each, each === another ? 'sent' : 'refused')).toBeVisible()
  }
  await expect(page.getByLabel('Età').first()).toHaveValue('3')
  await page.locator('[data-forget]').click()
  await expect(said(page, 'forgotten')).toBeVisible()
  expect(await keptOn(page)).toBe('[[],[]]')
})

test('what was refused is mended where it was typed, and arrives once', async ({ browser, stage }) => {
  test.setTimeout(60_000)
  const url = stage.urls[0] ?? ''
  const chair = await enter(browser, url, 'table-chair')
  // Not kept apart: so its answers may be read while there are few.
  const rules = { isApart: undefined, quota: ['area housing'], quotaMost: ['1'] }
  const surveyId = await anOpenSurvey(chair, rules)
  const { page: another } = await aPhoneWithScripts(browser, url)
  const { context, page } = await aPhoneWithScripts(browser, url)
  const sends: number[] = []
  context.on('response', (answered) => {
    if (answered.url().endsWith('/whole/sending')) sends.push(answered.status())
  })
  await openWhole(another, surveyId)
  await openWhole(page, surveyId)
  await context.setOffline(true)
  for (const each of [page, another]) {
    await each.getByLabel('Casa', { exact: true }).check()
    await each.getByLabel('Età').first().fill('3')
    await each.locator('.survey-buttons .btn-primary').click()
    await expect(said(each, each === another ? 'sent' : 'waiting')).toBeVisible()
  }
  // Somebody else was sooner: enough people have said so.
  await context.setOffline(false)
  await expect(said(page, 'refused')).toBeVisible()
  await expect(page.locator('.field-error').first()).toBeVisible()
  await expect(page.getByLabel('Casa', { exact: true })).toBeChecked()
  await expect(page.getByLabel('Età').first()).toHaveValue('3')

  await page.getByLabel('Lavoro', { exact: true }).check()
  await page.getByLabel('Perché il lavoro?').fill('Rimandato')
  await page.locator('.survey-buttons .btn-primary').dblclick()
  await expect(said(page, 'sent')).toBeVisible()
  expect(sends).toEqual([422, 200])
  expect(await keptOn(page)).toBe('[[],[]]')
  await page.reload()
  await expect(page.locator('form.survey-form')).toBeVisible()
  expect(sends, 'nothing is sent again').toEqual([422, 200])
  const { sheets } = await ask<{ sheets: { rows: unknown[][] }[] }>(chair, 'releases/export-answers', {
    surveyId,
    format: 'csv',
    values: 'names',
    several: 'one',
  })
  const rows = (sheets[0]?.rows ?? []).slice(1)
  expect(rows).toHaveLength(2)
  expect(rows.filter((row) => row.includes('Rimandato'))).toHaveLength(1)
})
