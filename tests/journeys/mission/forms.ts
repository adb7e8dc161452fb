import { expect, type Page, test } from '@playwright/test'

/** A day so many days from today, in Italy. */
export function day(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(
    new Date(Date.now() + days * 86_400_000),
  )
}

export function hour(minutes: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(new Date(Date.now() + minutes * 60_000)).replace(' ', 'T')
}

export function runsScripts(): boolean {
  return test.info().project.name !== 'without-javascript'
}

/** Fills a field by its name, whatever language its label is in. */
export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:visible`).first()
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`main input[name="${name}"][value="${value}"]`).check()
}

/** Presses the button of the page's own form. */
export async function send(
  page: Page,
  selector = 'main form.form button:not([formaction]):not([name="step"])',
): Promise<void> {
  await page.locator(selector).last().click()
}

/** Presses the only button of a form that stands in the page by itself. */
export async function press(page: Page, action: string): Promise<void> {
  await page.locator(`main form[action="${action}"] button`).first().click()
}

/** Opens the question before an act that cannot be undone, and says yes. */
export async function confirm(page: Page, action: string): Promise<void> {
  const form = page.locator(`form[action="${action}"]`)
  await page.locator('details.confirm', { has: form }).locator('summary').click()
  await form.locator('button').click()
}

/** The rich editor over the textarea takes typing where scripts run; without them the textarea does. */
export async function write(page: Page, text: string): Promise<void> {
  const editor = page.locator('main [contenteditable="true"]')
  await page.waitForLoadState('networkidle')
  if (await editor.count()) {
    await editor.first().click()
    await page.keyboard.type(text)
  } else await page.locator('main textarea[name="text"]').fill(text)
}

/** What stands in the field that `write` fills. */
export async function expectWritten(page: Page, text: string): Promise<void> {
  if (runsScripts()) await expect(page.locator('main [contenteditable="true"]')).toContainText(text)
  else await expect(page.locator('main textarea[name="text"]')).toHaveValue(new RegExp(text))
}

export function idIn(page: Page, place: string): string {
  return new RegExp(`/${place}/([0-9a-f-]{36})`).exec(page.url())?.[1] ?? ''
}

/** The id of what was just made, once its page is there. */
export async function idOnceAt(page: Page, place: string): Promise<string> {
  await page.waitForURL((url) => new RegExp(`^/${place}/[0-9a-f-]{36}`).test(url.pathname))
  return idIn(page, place)
}
