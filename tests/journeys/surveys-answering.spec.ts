import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { answerAll, press } from './answering-every-question.ts'
import { everyQuestion } from './every-question.ts'
import { readsWell, takeScriptsOut } from './reading-well.ts'
import { enter, isShort, test } from './stage.ts'
import { codesByPages, openByPages } from './survey-by-pages.ts'

const phone = { width: 360, height: 740 }
let surveyId = ''

test.describe.configure({ mode: 'serial' })

/** A device of somebody without an account; what goes wrong in its scripts is told. */
async function aDevice(browser: Browser, url: string, language: string, more: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: url, viewport: phone, ...more })
  await context.addCookies([{ name: 'language', value: language, url }])
  const page = await context.newPage()
  const failed: string[] = []
  page.on('pageerror', ({ message }) => failed.push(`${page.url()}: ${message}`))
  return { context, page, failed }
}

async function begin(page: Page): Promise<void> {
  await page.goto(`/surveys/${surveyId}`)
  await page.locator('form:has(input[value="link"]) button').click()
  await expect(page).toHaveURL(/\/answering/)
}

test('a chair sets a survey up and opens it on the pages, and an association prints codes for it', async ({
  browser,
  stage,
}) => {
  const url = stage.urls[0] ?? ''
  const chair = await enter(browser, url, 'table-chair')
  await chair.goto('/consultations?stage=answer')
  const consultation = await chair
    .locator('main a[href^="/consultations/"]', { hasText: 'Casa e lavoro' })
    .first()
    .getAttribute('href')
  surveyId = await openByPages(chair, consultation ?? '', everyQuestion, {
    title: 'Ogni domanda',
    access: ['link', 'code'],
    thanks: ['Pubblichiamo i numeri tra un mese.', 'ننشر الأرقام بعد شهر.'],
    quota: ['Lavori? · No', '1'],
    tables: ['you/works', 'you/needs'],
  })

  const president = await enter(browser, url, 'association-president')
  const [code = ''] = await codesByPages(president, surveyId, 2)
  const { page } = await aDevice(browser, url, 'it')
  await page.goto(`/surveys/${surveyId}?code=${code}`)
  await page.locator('form:has(input[name="code"]) button').click()
  await expect(page.locator('h2').first()).toHaveText('Tu e il lavoro')

  // She types in for somebody who agreed to it, and says how.
  await president.goto(`/surveys/${surveyId}/answering/on-behalf`)
  await president.locator('[name="consent"][value="spoken"]').check()
  await president.locator('main form.form button').last().click()
  await expect(president.locator('.survey-form')).toBeVisible()
  await expect(president.locator('main'), 'in her language').toContainText('d’une autre personne')
})

test('every kind of question is answered, reads well in Arabic on every page, and is stored the same with scripts and without', async ({
  browser,
  stage,
  javaScriptEnabled: hasScripts,
}) => {
  const url = stage.urls[0] ?? ''
  const { context, page, failed } = await aDevice(browser, url, 'it', {
    permissions: ['geolocation'],
    geolocation: { latitude: 41.1171, longitude: 16.8719, accuracy: 12 },
  })
  await begin(page)
  await answerAll({ page, hasScripts })
  const review = page.locator('main')
  for (const said of ['Altro: Amarico', 'Altamura, Bari, Puglia', '1 maggio 2020', 'Sì, va bene'])
    await expect(review).toContainText(said)

  await test.step('in Arabic', async () => {
    const {
      context: other,
      page: arabic,
      failed: failedThere,
    } = await aDevice(browser, url, 'ar', {
      javaScriptEnabled: true,
    })
    await other.addCookies((await context.cookies()).filter(({ name }) => name !== 'language'))
    if (!hasScripts) await takeScriptsOut(arabic)
    // The same pages without their scripts: a short run has looked at them with.
    if (!isShort || hasScripts) await everyPageReadsWell(arabic)
    expect(failedThere).toEqual([])
  })

  await page.locator('form[action$="/review"] button').click()
  await expect(page).toHaveURL(/\/answering\/thanks$/)
  await expect(page.locator('main')).toContainText('Pubblichiamo i numeri tra un mese.')
  expect(failed).toEqual([])
  expect(await storedIn(await enter(browser, url, 'table-chair'), url)).toEqual(asStored)
})

/** All pages of what was answered, on a phone and on a desk, and one with something wrong on it. */
async function everyPageReadsWell(page: Page): Promise<void> {
  const pages = Array.from({ length: 8 }, (_, at) => `answering?page=${at}&language=ar`)
  for (const [at, address] of ['', ...pages, 'answering/review?language=ar'].entries()) {
    await page.setViewportSize({ width: 320, height: 740 })
    await page.goto(`/surveys/${surveyId}/${address}`)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await readsWell(page, `${address} at 320 px`)
    if (at >= 1 && at <= pages.length) {
      await expect(page.locator('.survey-words')).toHaveAttribute('dir', 'rtl')
      await focusGoesDown(page, address)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await readsWell(page, `${address} at 1280 px`)
  }
  await page.setViewportSize({ width: 320, height: 740 })
  await page.goto(`/surveys/${surveyId}/answering?page=0&language=ar`)
  await page.fill('[name="you/place"]', '')
  await press(page, 'next')
  await expect(page.locator('.error-summary a')).toHaveText('أين تعمل؟ · هذا الحقل ضروري.')
  await readsWell(page, 'a page with something wrong')
  await page.fill('[name="you/place"]', 'Bari')
  await press(page, 'next')
}

/** The focus goes through a page as the eye does: downwards, and on one line from the right. */
async function focusGoesDown(page: Page, address: string): Promise<void> {
  await page.locator('.survey-languages button').first().focus()
  let before = { top: -1, right: Infinity }
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const focused = document.activeElement
      const { top, bottom, right } = focused?.getBoundingClientRect() ?? new DOMRect()
      return {
        top: top + scrollY,
        bottom: bottom + scrollY,
        right,
        isLast: focused?.matches('[name="~go"][value="save"]') ?? true,
      }
    })
    const isBelow = at.bottom > before.top && at.top > before.top - 24
    const isBeside = Math.abs(at.top - before.top) < 24
    expect(isBelow && (!isBeside || at.right <= before.right + 1), `${address}: focus ${count}`).toBe(true)
    if (at.isLast) return
    before = at
  }
  throw new Error(`${address}: the focus never came to the end`)
}

/** The one response that was sent, by the names of its questions; what differs from one device to the next as plain numbers. */
async function storedIn(chair: Page, url: string): Promise<Record<string, unknown>> {
  const answer = await chair.request.post(`${url}/api/v1/releases/export-answers`, {
    data: { surveyId, format: 'xlsx', values: 'names', several: 'one', language: 'Italiano (it)' },
    headers: { Origin: url },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  const { answer: exported } = (await answer.json()) as {
    answer: { sheets: { rows: (string | number | null)[][] }[] }
  }
  const [top, turns] = exported.sheets
  const [heads = [], row = []] = top?.rows ?? []
  const stored = Object.fromEntries(heads.map((head, at) => [String(head), row[at]]))
  const { 'where/point': point, 'last/photo': photo } = stored
  return {
    ...Object.fromEntries(Object.keys(asStored).map((name) => [name, stored[name]])),
    'where/point': String(point).split(' ').slice(0, 2).map(Number),
    'last/photo': /\/files\/[0-9a-f-]{36}$/.test(String(photo)),
    child: turns?.rows.slice(1).map(([called, years]) => [called, years]),
  }
}

const asStored = {
  'you/name': 'Sana',
  'you/works': 'yes',
  'you/place': 'Bari',
  'you/sooner': 'papers home bus',
  'you/age': 34,
  'you/tongue': 'other',
  'you/tongue_other': 'Amarico',
  'you/needs': 'home bus',
  'order/first': 'bus papers home',
  'where/town': '072004',
  'where/point': [41.1171, 16.8719],
  'where/area': 'coast',
  'where/desk': 'beach',
  'how/bus': 'weekly',
  'how/health': '',
  'how/office': 'never',
  child: [
    ['Amal', 7],
    ['Sami', 5],
  ],
  'day/since': '2020-05-01',
  'day/wakes': '06:30',
  'day/met': '2030-12-01T10:00',
  'day/hours': 7.5,
  'day/weekly': '37.5',
  'day/fixed': 'La Regione',
  'last/trust': 3,
  'last/share': 35,
  'last/chance': 'home',
  'last/short': 'bus',
  'last/photo': true,
  'last/story': 'Una riga\ne un’altra',
  'last/agreed': 'OK',
  'about/studies': 'yes',
}

test('a phone that does not say where it is holds nobody up', async ({
  browser,
  stage,
  javaScriptEnabled: hasScripts,
}) => {
  test.skip(!hasScripts, 'without scripts no phone is asked')
  const { page, failed } = await aDevice(browser, stage.urls[0] ?? '', 'it')
  await begin(page)
  await page.locator('[name="you/works"][value="yes"]').check()
  await page.fill('[name="you/place"]', 'Bari')
  await press(page, 'next')
  await page.locator('[data-move="later"]').first().click()
  await press(page, 'next')
  await page.locator('button[data-position]').click()
  const said = page.locator('[data-point] [role="alert"]')
  await expect(said).toContainText('Il telefono non dice dov’è.')
  await page.selectOption('[name="where/town~region"]', { label: 'Puglia' })
  await press(page, 'next')
  await expect(page).toHaveURL(/page=3/)
  expect(failed).toEqual([])
})
