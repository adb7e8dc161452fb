import { expect, type Page } from '@playwright/test'
import type { Persona } from '#server/people/words.ts'
import { readsWell, takeScriptsOut } from './reading-well.ts'
import { enter, isShort, test, visit } from './stage.ts'

/** Enough for every kind of page that a person is led to. */
const mostPages = 200

/** Where a page leads, one address for each kind of page. */
async function waysFrom(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

function kindOf(address: string): string {
  return (address.split(/[?#]/)[0] ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
}

/** Answers how many kinds of page there were, and those that were left because there are too many. */
async function walk(page: Page, look: (address: string) => Promise<void>) {
  const seen = new Set<string>()
  const waiting = ['/']
  while (waiting.length > 0 && seen.size < mostPages) {
    const address = waiting.shift() ?? '/'
    const kind = kindOf(address)
    if (seen.has(kind) || !isPage(kind)) continue
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
  const left = waiting.filter((address) => !seen.has(kindOf(address)) && isPage(kindOf(address)))
  return { count: seen.size, left }
}

function isPage(kind: string): boolean {
  return !/\.(json|csv|ics)$/.test(kind) && !kind.startsWith('/assets')
}

/** One person for each place of the platform, in the two directions of writing; two of them without scripts too. */
const visitors: { persona: Persona | 'guest'; language: string; width: number; plain?: true }[] = [
  { persona: 'table-chair', language: 'it', width: 1280, plain: true },
  { persona: 'association-president', language: 'ar', width: 320, plain: true },
  { persona: 'mediator', language: 'fr', width: 320 },
  { persona: 'coordinator', language: 'en', width: 1280 },
  { persona: 'regional-official', language: 'it', width: 320 },
  { persona: 'reader', language: 'ar', width: 1280 },
  { persona: 'guest', language: 'fr', width: 320 },
]
/** Each walk takes two minutes: a short run has one with scripts and one without, and each of them looks closely at every second page. */
const inShort: Record<string, { persona: Persona; turn: number }> = {
  live: { persona: 'table-chair', turn: 0 },
  'without-javascript': { persona: 'association-president', turn: 1 },
}

test.use({ javaScriptEnabled: true })

for (const { persona, language, width, plain } of visitors) {
  test(`every page that the ${persona} is led to reads well at ${width} px in ${language}`, async ({
    browser,
    stage,
  }, info) => {
    const isPlain = info.project.name === 'without-javascript'
    test.skip(isPlain && !plain)
    const short = isShort ? inShort[info.project.name] : undefined
    test.skip(isShort && short?.persona !== persona, 'in a short run two walk')
    const url = stage.urls[0] ?? ''
    const page =
      persona === 'guest' ? await visit(browser, url, language) : await enter(browser, url, persona, language)
    await page.setViewportSize({ width, height: 800 })
    if (isPlain) await takeScriptsOut(page)
    const failed: string[] = []
    page.on('pageerror', (error) => failed.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') failed.push(`${page.url()}: ${message.text()}`)
    })
    let pages = 0
    const { count, left } = await walk(page, async (address) => {
      if (!short || pages++ % 2 === short.turn) await readsWell(page, address)
    })
    expect(count).toBeGreaterThan(20)
    expect(left, 'more kinds of page than are walked').toEqual([])
    expect(failed).toEqual([])
  })
}
