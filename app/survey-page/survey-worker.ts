// The worker of surveys' pages: it answers with the kept page where there is no line, and sends what waits when one comes back.
// It keeps only what a page asks it to keep: no page that was merely visited.
import { ownOf } from './cache-names.ts'
import { sendWaiting } from './send.ts'

type Awaiting = { waitUntil(until: Promise<unknown>): void }
type Asking = Awaiting & { request: Request; respondWith(answer: Promise<Response>): void }
type Told = Awaiting & { data: { keep: string; pages: PageAsked[] } }
type PageAsked = { address: string; language: string }
type Worker = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate' | 'sync', run: (event: Awaiting) => void): void
  addEventListener(name: 'fetch', run: (event: Asking) => void): void
  addEventListener(name: 'message', run: (event: Told) => void): void
}
const worker = self as unknown as Worker

const longestWait = 4_000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('sync', (event) => event.waitUntil(sendWaiting()))

worker.addEventListener('message', (event) => {
  const { keep, pages } = event.data
  event.waitUntil(Promise.all(pages.map((page) => keepPage(keep, page))))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageFor(request, pathname))
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/fonts/'))
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)))
})

/**
 * A page with all that it is drawn and run by, as anybody is shown it, without whoever is signed in here. One that only they may see
 * is kept as their own, apart, until their answers are sent.
 */
async function keepPage(keep: string, { address, language }: PageAsked): Promise<void> {
  const asked = { redirect: 'manual', headers: { 'Accept-Language': language } } as const
  const asAnybody = await fetch(address, { ...asked, credentials: 'omit' }).catch(() => undefined)
  const page = asAnybody?.ok ? asAnybody : await fetch(address, asked).catch(() => undefined)
  if (!page?.ok) return
  const files = (await page.clone().text()).match(/\/assets\/[\w.-]+/g) ?? []
  const cache = await caches.open(page === asAnybody ? keep : ownOf(keep))
  await cache.put(address, page)
  const shared = await caches.open(keep)
  for (const file of new Set(files))
    if (!(await shared.match(file))) await shared.add(file).catch(() => undefined)
}

/** The newest page while there is a line; the kept one of the same survey where there is none, or a very slow one. */
async function pageFor(request: Request, pathname: string): Promise<Response> {
  const whole = /^\/surveys\/[^/]+/.exec(pathname)?.[0]
  const kept = whole ? await keptPage(request.url, `${whole}/whole`) : undefined
  if (!kept) return fetch(request)
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), longestWait))
  return Promise.race([fetch(request).catch(() => kept), late])
}

async function keptPage(asked: string, whole: string): Promise<Response | undefined> {
  const inItsLanguage = await caches.match(asked, { ignoreVary: true })
  return inItsLanguage ?? caches.match(whole, { ignoreVary: true, ignoreSearch: true })
}
