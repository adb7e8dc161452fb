import { type Browser, expect, type Page } from '@playwright/test'
import { enter, test } from './stage.ts'

const title = 'Casa e lavoro per chi lavora nei campi e in città'

/** The address of the statements of the demo's main consultation, found as a reader finds it. */
async function statementsOf(page: Page): Promise<string> {
  await page.goto('/consultations?stage=answer')
  await page.locator('main a[href^="/consultations/"]', { hasText: title }).first().click()
  const link = page.locator('main a[href$="/opinions"]')
  return (await link.getAttribute('href')) ?? ''
}

/** A device without an account, and without scripts whatever the project says. */
async function aDevice(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  await context.addCookies([{ name: 'language', value: 'it', url }])
  return context.newPage()
}

async function answer(page: Page, vote: 'agree' | 'disagree' | 'pass'): Promise<void> {
  await page.locator(`main button[value="${vote}"]`).click()
}

/** Goes on with the key Tab until what is reached matches, as somebody does who sees no page. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let turn = 0; turn < 80; turn++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`Tab never came to ${selector}`)
}

test('three people write, moderate, answer and read where they stand together', async ({
  browser,
  stage,
  javaScriptEnabled,
}) => {
  const url = stage.urls[0] ?? ''

  // Somebody without an account, on a phone without scripts.
  const device = await aDevice(browser, url)
  const page = await statementsOf(device)
  await device.goto(page)
  await answer(device, 'agree')
  await expect(device).toHaveURL(new RegExp(`${page}#statement$`))
  await expect(device.locator('.asking-progress')).toContainText('Risposte: 1 di 13')
  await answer(device, 'disagree')
  await answer(device, 'pass')
  await expect(device.locator('.asking-progress')).toContainText('Risposte: 3 di 13')
  await device.locator(`main a[href="${page}/mine"]`).click()
  await expect(device.locator('main li.card')).toHaveCount(3)
  await device.locator('main li.card').first().locator('button[value="pass"]').click()
  await expect(device.locator('main li.card').first().locator('button[value="pass"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  // Somebody by keyboard alone, in Arabic, writes a statement.
  const keyboard = await enter(browser, url, 'other-association-member')
  await keyboard.goto(page)
  await keyboard.locator('details:has(form[action="/language"]) > summary').first().click()
  await keyboard.locator('form[action="/language"] button[value="ar"]').first().click()
  await expect(keyboard.locator('html')).toHaveAttribute('lang', 'ar')
  expect(await keyboard.locator('html').getAttribute('dir')).toBe('rtl')
  const before = (await keyboard.locator('#statement').textContent()) ?? ''
  await expect(keyboard.locator('main button[value="agree"]')).toHaveAttribute('aria-keyshortcuts', '1')
  if (javaScriptEnabled) {
    // Away from the answers the keys are nobody's; there, the digit of any script answers.
    await expect(keyboard.locator('.asking-keys')).toBeVisible()
    await keyboard.keyboard.press('2')
    await tabTo(keyboard, 'button[value="agree"]')
    await expect(keyboard.locator('#statement')).toHaveText(before)
    await keyboard.keyboard.press('2')
    await expect(keyboard.locator('#statement')).not.toHaveText(before)
    const second = (await keyboard.locator('#statement').textContent()) ?? ''
    await expect(keyboard.locator('#statement')).toBeFocused()
    await keyboard.evaluate(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '٣', bubbles: true })),
    )
    await expect(keyboard.locator('#statement')).not.toHaveText(second)
  } else {
    await tabTo(keyboard, 'button[value="disagree"]')
    await keyboard.keyboard.press('Enter')
    await expect(keyboard.locator('#statement')).not.toHaveText(before)
  }
  const written = 'نحتاج إلى مكان نغسل فيه ملابس العمل.'
  await tabTo(keyboard, 'a[href$="/statements/new"]')
  await keyboard.keyboard.press('Enter')
  await keyboard.waitForURL(/statements\/new$/)
  await tabTo(keyboard, 'textarea[name="text"]')
  await keyboard.keyboard.type(written)
  await tabTo(keyboard, 'main form button[type="submit"]')
  await keyboard.keyboard.press('Enter')
  await keyboard.waitForURL(/done=written/)
  await expect(keyboard.locator('main')).toContainText(written)

  // The mediator lets it in, and refuses what is not a statement.
  const mediator = await enter(browser, url, 'mediator')
  const moderation = page.replace(/opinions$/, 'statements')
  await mediator.goto(moderation)
  await mediator.locator('li.card', { hasText: written }).locator('form[action$="/approval"] button').click()
  await mediator.waitForURL(/done=approved/)
  const waiting = mediator.locator('section[aria-labelledby="waiting"] li.card').first()
  await waiting.locator('summary').click()
  await waiting.locator('textarea[name="reason"]').fill('C’è già, scritta meglio.')
  await waiting.locator('form[action$="/rejection"] button').click()
  await mediator.waitForURL(/done=rejected/)
  // Notices are told a moment after what they tell of.
  await expect(async () => {
    await keyboard.goto('/me/notifications')
    await expect(keyboard.locator('main')).toContainText(written, { timeout: 500 })
  }).toPass({ timeout: 20_000 })

  // The one without an account is asked it, reads the map as a table, and takes the figures along.
  await device.goto(page)
  await expect(device.locator('.asking-progress')).toContainText('di 14')
  await device.goto(`${page}/results`)
  await expect(device.locator('.groups-map')).toBeVisible()
  await device.locator('.figure-numbers summary').click()
  await expect(device.locator('.figure-numbers table tbody tr')).toHaveCount(2)
  await expect(device.locator('section[aria-labelledby="bridges"] li').first()).toContainText('% d’accordo')
  const figures = (await (await device.request.get(`${url}${page}/results.json`)).json()) as {
    results: { bridges: number[]; groups: { size: number }[] }
  }
  expect(figures.results.bridges.length).toBeGreaterThan(0)
  expect(figures.results.groups.every(({ size }) => size >= 5)).toBe(true)

  // With an account, what was answered on the device is added to it.
  await device.goto('/demo')
  await device.locator('button[value="reader"]').click()
  await device.goto(page)
  await device.locator('form[action$="/joining"] button').click()
  await expect(device.locator('.asking-progress')).toContainText('Risposte: 3 di 14')

  // The chair publishes a brief: it carries the bridges, each with how many of those in groups answered it.
  const chair = await enter(browser, url, 'table-chair')
  await chair.goto(page.replace(/opinions$/, 'brief'))
  await chair.fill('[name="nextSteps"]', 'La Regione risponde entro sessanta giorni.')
  await chair.locator('main form button[type="submit"]').last().click()
  await chair.waitForURL(/\/briefs\/[\da-f-]{36}/)
  await device.goto(new URL(chair.url()).pathname)
  const carried = device.locator('section[aria-labelledby="opinions"]')
  await expect(carried.locator('h3').first()).toContainText('Ponti')
  await expect(carried.locator('li').first()).toContainText(
    /Hanno risposto circa \d+ persone su \d+\..*d’accordo/,
  )
})
