import type { Browser, BrowserContext, CDPSession } from '@playwright/test'

const slowness = 4

export type Visit = {
  bytes: number
  script: number
  requests: number
  hasIcon: boolean
  lcp: number
  tbt: number
  cls: number
}

/** A first visit with nothing kept, then a second in the same browser. */
export async function twice(
  browser: Browser,
  origin: string,
  path: string,
  cookie: string | undefined,
): Promise<{ first: Visit; second: Visit }> {
  const context = await aPhone(browser, origin, cookie)
  const first = await visit(context, origin + path)
  const second = await visit(context, origin + path)
  await context.close()
  return { first, second }
}

/** The same words as plain HTML, with no style, script or picture: what the machine itself needs to draw so much text. */
export async function bareVisit(
  browser: Browser,
  origin: string,
  path: string,
  cookie: string | undefined,
): Promise<Visit> {
  const context = await aPhone(browser, origin, cookie)
  await context.route(origin + path, async (route) => {
    const response = await route.fetch()
    const main = /<main[\s\S]*<\/main>/.exec(await response.text())?.[0] ?? ''
    const words = main.replaceAll(
      /<svg[\s\S]*?<\/svg>|<script[\s\S]*?<\/script>| (?:class|style)="[^"]*"/g,
      '',
    )
    await route.fulfill({ contentType: 'text/html', body: `<!DOCTYPE html><meta charset="utf-8">${words}` })
  })
  const made = await visit(context, origin + path)
  await context.close()
  return made
}

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const network = await listen(session)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await page.addInitScript(watchPaints)
  const answer = await page.goto(address, { waitUntil: 'load' })
  if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status()}`)
  await page.waitForTimeout(2_500)
  const paints = await page.evaluate(() => (window as unknown as { paints: Paints }).paints)
  await page.close()
  return { ...network, lcp: paints.lcp, cls: paints.cls, tbt: blockingTime(paints) }
}

/** A browser that has seen nothing of us yet, as small as a phone. */
export async function aPhone(
  browser: Browser,
  origin: string,
  cookie: string | undefined,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'it-IT' })
  const [name = '', value = ''] = cookie?.split('=') ?? []
  // A cookie of this name is set only from https; browsers then send it to localhost all the same.
  if (cookie)
    await context.addCookies([
      { name, value, url: origin.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' },
    ])
  return context
}

type Seen = PerformanceEntry & { value?: number; hadRecentInput?: boolean }
type Paints = { fcp: number; lcp: number; cls: number; tasks: { from: number; to: number }[] }

/**
 * What long tasks keep a person waiting beyond the first fifty milliseconds of each, from the moment there is something
 * to touch (total blocking time as Web Vitals defines it: the part of a task before the first paint blocks nothing).
 */
function blockingTime({ fcp, tasks }: Paints): number {
  return tasks.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, fcp) - 50), 0)
}

/** Runs in the page, before anything of its own. */
function watchPaints(): void {
  const paints: Paints = { fcp: 0, lcp: 0, cls: 0, tasks: [] }
  ;(window as unknown as { paints: Paints }).paints = paints
  // No function in here has a name of its own: the page would not know the mark that the compiler gives it.
  for (const type of ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift']) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Seen[]) {
        if (type === 'largest-contentful-paint') paints.lcp = entry.startTime
        else if (type === 'longtask')
          paints.tasks.push({ from: entry.startTime, to: entry.startTime + entry.duration })
        else if (type === 'paint') {
          if (entry.name === 'first-contentful-paint') paints.fcp = entry.startTime
        } else if (!entry.hadRecentInput) paints.cls += entry.value ?? 0
      }
    }).observe({ type, buffered: true })
  }
}

/** Counts what comes over the wire, headers and compression included. */
async function listen(
  session: CDPSession,
): Promise<Pick<Visit, 'bytes' | 'script' | 'requests' | 'hasIcon'>> {
  const counted = { bytes: 0, script: 0, requests: 0, hasIcon: false }
  const scripts = new Set<string>()
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.add(requestId)
    if (response.url.endsWith('/favicon.svg')) counted.hasIcon = true
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // What the browser had kept costs nothing.
    if (encodedDataLength === 0) return
    counted.requests++
    counted.bytes += encodedDataLength
    if (scripts.has(requestId)) counted.script += encodedDataLength
  })
  return counted
}
