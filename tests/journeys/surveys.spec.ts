import { type Browser, expect, type Page } from '@playwright/test'
import { workbookOf } from '#tests/server/surveys/workbooks.ts'
import { aPhoneWithScripts, openWhole, said } from './offline-phone.ts'
import { enter, test } from './stage.ts'

const title = 'Casa e lavoro per chi lavora nei campi e in città'

const sheet = {
  survey: `type | name | label::Italiano (it) | label::English (en) | label::العربية (ar) | required | relevant | appearance
    begin_group | who | Il lavoro | Work | العمل | | | field-list
    select_one yn | works | Lavori? | Do you work? | هل تعمل؟ | yes | |
    text | place | Dove lavori? | Where do you work? | أين تعمل؟ | yes | \${works} = 'yes' |
    end_group | | | | | | |
    begin_group | wants | Che cosa serve | What is needed | ما المطلوب | | | field-list
    select_multiple need | needs | Che cosa serve? | What is needed? | ما المطلوب؟ | yes | |
    rank need | order | In che ordine? | In which order? | بأي ترتيب؟ | | |
    end_group | | | | | | |`,
  choices: `list_name | name | label::Italiano (it) | label::English (en) | label::العربية (ar)
    yn | yes | Sì | Yes | نعم
    yn | no | No | No | لا
    need | home | Una casa | A home | سكن
    need | bus | Un autobus | A bus | حافلة`,
  settings: 'form_title | default_language\nLavoro e casa | Italiano (it)',
}

/** The API as this person's browser would ask it. */
function asking(page: Page, url: string) {
  return async <Answer = Record<string, unknown>>(act: string, body?: object): Promise<Answer> => {
    const headers = { Origin: url }
    const answer = body
      ? await page.request.post(`${url}/api/v1/${act}`, { data: body, headers })
      : await page.request.get(`${url}/api/v1/${act}`)
    expect(answer.ok(), `${act}: ${await answer.text()}`).toBe(true)
    return ((await answer.json()) as { answer: Answer }).answer
  }
}

/** A phone of somebody without an account and without scripts. */
async function aPhone(browser: Browser, url: string, language: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  await context.addCookies([{ name: 'language', value: language, url }])
  return context.newPage()
}

/** How many work and how many do not, as a page tells it. */
function figureIn(text: string): string[] {
  return /Lavori\?.*?Sì\s+(\d+)\s+No\s+(\d+)/s.exec(text)?.slice(1) ?? []
}

const next = (page: Page) => page.locator('button[name="~go"][value="next"]:not([tabindex])').click()

/** Fills in both pages, looks them over and sends them. */
async function fillIn(page: Page, place: string): Promise<void> {
  await page.locator('[name="who/works"][value="yes"]').check()
  await next(page)
  // The place of work is asked now, of whoever works.
  await page.fill('[name="who/place"]', place)
  await next(page)
  await page.locator('[name="wants/needs"][value="bus"]').check()
  await page.selectOption('[name="wants/order~bus"]', '1')
  await page.selectOption('[name="wants/order~home"]', '2')
  await next(page)
  await expect(page.locator('main')).toContainText(place)
  await page.locator('form[action$="/review"] button').click()
  await expect(page).toHaveURL(/\/answering\/thanks$/)
}

test('a spreadsheet in three languages becomes a survey, is answered, closed and released, goes out as KoBo would, and is cited in the brief', async ({
  browser,
  stage,
}) => {
  const url = stage.urls[0] ?? ''
  const chair = await enter(browser, url, 'table-chair')
  const ask = asking(chair, url)
  await chair.goto('/consultations?stage=answer')
  const link = chair.locator('main a[href^="/consultations/"]', { hasText: title }).first()
  const consultation = (await link.getAttribute('href')) ?? ''

  // She uploads the spreadsheet she already has.
  await chair.goto(`${consultation}/surveys/upload`)
  await chair.setInputFiles('input[type="file"]', {
    name: 'lavoro.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbookOf(sheet)),
  })
  await chair.locator('main form button[type="submit"]').last().click()
  await chair.waitForURL(/\/surveys\/[0-9a-f-]{36}/)
  const surveyId = /surveys\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? ''
  const version = async () =>
    (await ask<{ version: number }>(`surveys/show-survey?surveyId=${surveyId}`)).version
  const now = Date.now()
  await ask('surveys/set-survey-rules', {
    surveyId,
    version: await version(),
    title: 'Lavoro e casa',
    access: ['link', 'code'],
    opensAt: new Date(now - 60_000).toISOString(),
    closesAt: new Date(now + 864e5).toISOString(),
    isApart: 'yes',
    thanks: [
      'Pubblichiamo i numeri tra un mese.',
      'We publish the numbers in a month.',
      'ننشر الأرقام بعد شهر.',
    ],
  })
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })
  await ask('surveys/plan-tables', {
    surveyId,
    version: await version(),
    single: ['who/works', 'wants/needs'],
    day: [today],
  })
  await ask('surveys/open-survey', { surveyId, version: await version(), when: 'now' })

  // Somebody in Italian, who stops and carries on with the code.
  const first = await aPhone(browser, url, 'it')
  await first.goto(`/surveys/${surveyId}`)
  await first.locator('form:has(input[value="link"]) button').click()
  await first.locator('[name="who/works"][value="no"]').check()
  await first.locator('button[name="~go"][value="save"]').click()
  const code = (await first.locator('.resume-code').textContent()) ?? ''
  const elsewhere = await aPhone(browser, url, 'it')
  await elsewhere.goto(`/surveys/${surveyId}/answering/resumption`)
  await elsewhere.fill('[name="key"]', code.toLowerCase())
  await elsewhere.locator('form[action$="/resumption"] button').click()
  await expect(elsewhere.locator('[name="who/works"][value="no"]')).toBeChecked()
  await fillIn(elsewhere, 'Bari')
  await expect(elsewhere.locator('main')).toContainText('Pubblichiamo i numeri tra un mese.')

  // Somebody in Arabic, from right to left.
  const arabic = await aPhone(browser, url, 'ar')
  await arabic.goto(`/surveys/${surveyId}`)
  await arabic.locator('form:has(input[value="link"]) button').click()
  await expect(arabic.locator('.survey-words')).toHaveAttribute('dir', 'rtl')
  await expect(arabic.locator('.survey-words')).toContainText('هل تعمل؟')
  await next(arabic)
  await expect(arabic.locator('.field-error').first()).toBeVisible()
  await fillIn(arabic, 'باري')

  // Somebody with a printed code, which is good once.
  const president = await enter(browser, url, 'association-president')
  await president.goto(`/surveys/${surveyId}/codes`)
  const organisationId = (await president.locator('[name="organisationId"]').first().inputValue()) || ''
  const { codes } = await asking(president, url)<{ codes: string[] }>('surveys/make-codes', {
    surveyId,
    organisationId,
    count: 2,
    clientId: crypto.randomUUID(),
  })
  const printed = await aPhone(browser, url, 'it')
  for (const turn of ['first', 'second']) {
    await printed.goto(`/surveys/${surveyId}?code=${codes[0]}`)
    await printed.locator('form:has(input[name="code"]) button').click()
    if (turn === 'first') await fillIn(printed, 'Foggia')
    else await expect(printed.locator('.error-summary')).toContainText('Hai già risposto')
  }

  // Somebody whose phone has lost its line: it waits there, and is sent when the line is back.
  const { context: line, page: offline } = await aPhoneWithScripts(browser, url)
  await openWhole(offline, surveyId)
  await line.setOffline(true)
  await offline.reload()
  await offline.locator('[name="who/works"][value="yes"]').check()
  await offline.fill('[name="who/place"]', 'Matera')
  await offline.locator('[name="wants/needs"][value="bus"]').check()
  await offline.locator('.survey-buttons .btn-primary').click()
  await expect(said(offline, 'waiting')).toBeVisible()
  await line.setOffline(false)
  await expect(said(offline, 'sent')).toBeVisible()

  // Others, so that there are enough to publish anything of.
  for (let n = 0; n < 22; n++)
    await ask('responses/send-whole', {
      surveyId,
      by: 'link',
      clientId: crypto.randomUUID(),
      fields: {
        'who/works': n % 2 ? 'yes' : 'no',
        ...(n % 2 && { 'who/place': 'Lecce' }),
        'wants/needs': n % 3 ? ['home'] : ['home', 'bus'],
      },
    })
  await ask('surveys/close-survey', { surveyId })
  await ask('releases/publish-release', { surveyId, number: 1 })
  await ask('releases/cite-figure', { surveyId, number: 1, question: 'who/works' })
  await chair.goto(`/surveys/${surveyId}/results`)
  await expect(chair.locator('main')).toContainText('Lavori?')
  const released = figureIn(await chair.locator('main').innerText())
  expect(released).toHaveLength(2)
  const exported = await ask<{ sheets: { rows: unknown[][] }[] }>('releases/export-answers', {
    surveyId,
    format: 'csv',
    values: 'names',
    several: 'both',
    language: 'Italiano (it)',
  })
  expect(exported.sheets[0]?.rows).toHaveLength(27)
  expect(JSON.stringify(exported.sheets[0]?.rows[0])).toContain('wants/needs/bus')

  expect(exported.sheets[0]?.rows.filter((row) => row.includes('Matera'))).toHaveLength(1)

  // What was released is a figure in the consultation's next brief.
  await chair.goto(`${consultation}/brief`)
  await chair.fill('[name="nextSteps"]', 'La Regione risponde entro sessanta giorni.')
  await chair.locator('main form.form button').last().click()
  await chair.waitForURL(/\/briefs\/[0-9a-f-]{36}/)
  const cited = chair.locator('section[aria-labelledby="surveys"]')
  await expect(cited).toContainText('Lavoro e casa')
  expect(figureIn(await cited.innerText())).toEqual(released)
})
