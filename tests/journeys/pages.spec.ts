import { expect, type Page } from '@playwright/test'
import type { Persona } from '#server/people/words.ts'
import { readsWell, takeScriptsOut } from './reading-well.ts'
import { enter, isShort, test } from './stage.ts'

/** Enough for every kind of page that a person is led to. */
const mostPages = 120

/** Where a page leads, one address for each kind of page. */
async function waysFrom(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

function kindOf(address: string): string {
  return (address.split(/[?#]/)[0] ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
}

async function walk(page: Page, look: (address: string) => Promise<void>): Promise<number> {
  const seen = new Set<string>()
  const waiting = ['/']
  while (waiting.length > 0 && seen.size < mostPages) {
    const address = waiting.shift() ?? '/'
    const kind = kindOf(address)
    if (seen.has(kind) || /\.(json|csv|ics)$/.test(kind) || kind.startsWith('/assets')) continue
    seen.add(kind)
    const answer = await page.goto(address).catch((error: Error) => {
      // The papers of a vote, as a file.
      if (error.message.includes('Download is starting')) return undefined
      throw error
    })
    if (answer === undefined) continue
    expect(answer?.status(), address).toBeLessThan(400)
    // Some links lead to plain text or figures, which no person reads as a page.
    if (!(answer?.headers()['content-type'] ?? '').startsWith('text/html')) continue
    await look(address)
    waiting.push(...(await waysFrom(page)))
  }
  return seen.size
}

/** One person for each place of the platform, in the two directions of writing; two of them without scripts too. */
const visitors: { persona: Persona; language: string; width: number; plain?: true }[] = [
  { persona: 'table-chair', language: 'it', width: 1280, plain: true },
  { persona: 'association-president', language: 'ar', width: 320, plain: true },
  { persona: 'mediator', language: 'fr', width: 320 },
  { persona: 'coordinator', language: 'en', width: 1280 },
]
/** Each walk takes two minutes: a short run has one with scripts and one without. */
const inShort: Record<string, Persona> = {
  live: 'table-chair',
  'without-javascript': 'association-president',
}

test.use({ javaScriptEnabled: true })

for (const { persona, language, width, plain } of visitors) {
  test(`every page that the ${persona} is led to reads well at ${width} px in ${language}`, async ({
    browser,
    stage,
  }, info) => {
    const isPlain = info.project.name === 'without-javascript'
    test.skip(isPlain && !plain)
    test.skip(isShort && inShort[info.project.name] !== persona, 'in a short run two walk')
    const page = await enter(browser, stage.urls[0] ?? '', persona, language)
    await page.setViewportSize({ width, height: 800 })
    if (isPlain) await takeScriptsOut(page)
    const failed: string[] = []
    page.on('pageerror', (error) => failed.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') failed.push(`${page.url()}: ${message.text()}`)
    })
    const count = await walk(page, (address) => readsWell(page, address))
    expect(count).toBeGreaterThan(20)
    expect(failed).toEqual([])
  })
}
