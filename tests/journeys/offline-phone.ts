import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

/** A phone on which scripts run, of somebody without an account. */
export async function aPhoneWithScripts(
  browser: Browser,
  url: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: true,
    viewport: { width: 360, height: 740 },
  })
  await context.addCookies([{ name: 'language', value: 'it', url }])
  return { context, page: await context.newPage() }
}

/** Opens the page of the whole survey, and waits until the phone has kept it in its languages. */
export async function openWhole(page: Page, surveyId: string): Promise<void> {
  await page.goto(`/surveys/${surveyId}/whole?language=it`)
  await expect(page.locator('form.survey-form')).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = await caches.keys()
        const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
        return kept.flat().filter(({ url }) => url.includes('/whole')).length
      }),
    )
    .toBeGreaterThan(1)
}

/** What the page says of the answers it keeps: that they wait, were sent, were refused. */
export function said(page: Page, which: 'waiting' | 'sent' | 'refused' | 'forgotten'): Locator {
  return page.locator(`[data-said="${which}"]`)
}
