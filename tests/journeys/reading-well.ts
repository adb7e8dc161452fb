import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** One heading, a title, nothing wider than the screen, and nothing that bars anybody's way. */
export async function readsWell(page: Page, address: string): Promise<void> {
  await expect(page.locator('h1'), address).toHaveCount(1)
  expect(await page.title(), address).toMatch(/ · Tavolo$/)
  const overflows = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(overflows, `${address} overflows`).toBe(false)
  expect(await barriers(page), address).toEqual([])
}

/** What bars anybody's way on a page, by the rules of WCAG 2.2 AA that a machine can ask. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    // No page has frames: gathering what was found in each, in a page opened for it, takes as long as looking.
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/**
 * The pages as a browser without scripts shows them. They are taken out and not forbidden, because what looks for
 * barriers is a script itself.
 */
export async function takeScriptsOut(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const answer = await route.fetch({ maxRedirects: 0 })
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html'))
      return route.fulfill({ response: answer })
    const body = (await answer.text())
      .replace(/<script\b[^>]*>[^]*?<\/script>/g, '')
      .replace(/<link rel="modulepreload"[^>]*>/g, '')
      .replace(/<(\/?)noscript>/g, '<$1div>')
    return route.fulfill({ response: answer, body })
  })
}
