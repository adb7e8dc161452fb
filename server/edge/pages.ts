import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type AppLoadContext,
  type RequestHandler as Renderer,
  type ServerBuild,
} from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import type { Actor, Ground } from '../ground.ts'
import { answererCookie } from '../opinions/words.ts'
import { onThread } from '../on-thread.ts'
import { platformFor } from '../platform.ts'
import type { Refusal } from '../refusal.ts'
import { answeredCookie, respondingCookie } from '../responses/words.ts'
import { actsOnPages } from './acts-on-pages.ts'
import { askerOf, languageOf, networkOf } from './asker.ts'
import { awaited } from './awaited.ts'
import { readCookie, type SessionCookie } from './cookie.ts'
import { cutAtMarks, fresh, marks, type Copies, type Fresh } from './copies.ts'
import { isFromElsewhere } from './guard.ts'
import { fileTurnTaken, isFile } from './file-turns.ts'
import { guestCache, type Page } from './guest-cache.ts'
import { nearbyRoutes } from './nearby-routes.ts'
import { send, sendPage } from './send-page.ts'
import { turnTaken } from './turns.ts'

/** Draws the screens. Remix is handed the platform; it never imports it (it would get a second copy). */
export function pages(
  ground: Ground,
  cookie: SessionCookie,
  build: ServerBuild | (() => Promise<ServerBuild>),
): RequestHandler {
  const render = rendererOf(build, ground.settings.mode)
  const cached = guestCache()
  const { publicUrl, demo, accessibilityUrl, sourceUrl } = ground.settings

  const answer = async (
    request: ExpressRequest,
    response: ExpressResponse,
    actor: Actor,
    one: Fresh,
    refusal?: Refusal,
  ): Promise<Answered> => {
    const context: AppLoadContext = {
      platform: platformFor(ground, actor, refusal),
      language: actor.language,
      isFromElsewhere: isFromElsewhere(request.headers),
      ...one,
      cut: cutAtMarks,
      writeWorkbook: (workbook) => onThread<Uint8Array>('server/edge/workbook-worker', workbook),
      cookie,
      report: (error) => ground.log.error({ error }, 'page failed'),
      site: { origin: publicUrl.origin, demo, accessibilityUrl, sourceUrl },
    }
    const answered = await render(fetchRequest(request, response, publicUrl), context)
    return { answered, page: context.page }
  }

  return awaited(async (request, response) => {
    if (isTooLarge(request)) return void response.status(413).type('text/plain').send('Too large')
    // A device that answers without an account is somebody too: its pages are its own.
    const isGuest =
      cookie.read(request.headers.cookie) === undefined &&
      ownedBy.every((name) => readCookie(request.headers.cookie, name) === undefined)
    response.setHeader('Vary', 'Cookie, Accept-Language, Accept-Encoding')
    response.setHeader(
      'Cache-Control',
      isGuest && request.method === 'GET' ? 'public, no-cache' : 'private, no-store',
    )
    if (isGuest && isPlainVisit(request) && !isFile(request)) {
      const language = languageOf(request.headers.cookie, request.headers['accept-language'])
      const key = `${language} ${request.originalUrl}`
      const guest: Actor = { kind: 'guest', language, network: networkOf(request.ip) }
      if (cached.has(key) || !(await turnTaken(ground, guest, 'GET'))) {
        // What nobody else may be shown is the answer to whoever asked first all the same: it is not made twice.
        const made: { forThem?: Answered } = {}
        const kept = await cached.once(key, async () =>
          keepable((made.forThem = await answer(request, response, guest, marks))),
        )
        if (kept) return await sendPage(response, 200, kept.headers, kept.copies)
        if (made.forThem) return await sendAnswered(response, made.forThem)
      }
    }
    const actor = await askerOf(ground, cookie, request, response, 'page')
    // Whoever asks for too much is shown that, in their language and inside the frame, at the cost of no query.
    const refusal =
      (await turnTaken(ground, actor, request.method)) ?? fileTurnTaken(actor, request, response)
    if (refusal) response.setHeader('Cache-Control', 'private, no-store')
    if (refusal?.retryAfter) response.setHeader('Retry-After', String(refusal.retryAfter))
    const one = isPlainVisit(request) ? marks : fresh()
    await sendAnswered(response, await answer(request, response, actor, one, refusal))
  })
}

/** What Remix answered, and the page that was drawn beside it, unless it is none. */
type Answered = { answered: Response; page: Copies | undefined }

async function sendAnswered(response: ExpressResponse, { answered, page }: Answered): Promise<void> {
  if (page === undefined) await send(answered, response)
  else await sendPage(response, answered.status, answered.headers, page)
}

const ownedBy = [answererCookie, respondingCookie, answeredCookie]

/** Forms are text: no honest one comes near this, and one of unknown length is not read at all. */
const mostBytes = 512 * 1024
/**
 * But where files are sent: three photos as phones take them, for a page of a survey that asks for them; a survey as a
 * spreadsheet; a whole consultation of Pol.is.
 */
const mostWithFiles: readonly [address: RegExp, bytes: number][] = [
  [/^\/surveys\/[\da-f-]{36}\/answering\b/, 16 * 1024 * 1024],
  [/^\/consultations\/[\da-f-]{36}\/statements\/import$/, 21 * 1024 * 1024],
  [/^\/(?:consultations\/[\da-f-]{36}\/surveys|surveys\/[\da-f-]{36}\/form)\/upload$/, 2_200_000],
]

function isTooLarge(request: ExpressRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const length = request.headers['content-length']
  return length === undefined
    ? request.headers['transfer-encoding'] !== undefined
    : Number(length) > mostBytesFor(request)
}

function mostBytesFor(request: ExpressRequest): number {
  const sendsFiles = (request.headers['content-type'] ?? '').startsWith('multipart/form-data')
  const here = sendsFiles ? mostWithFiles.find(([address]) => address.test(request.path)) : undefined
  return here?.[1] ?? mostBytes
}

function rendererOf(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): Renderer {
  // In development the build changes under us.
  if (typeof build === 'function') return createRequestHandler(async () => actsOnPages(await build()), mode)
  const near = nearbyRoutes(actsOnPages(build))
  const renderers = new Map<ServerBuild, Renderer>()
  return (request, context) => {
    const some = near(new URL(request.url).pathname)
    const render = renderers.get(some) ?? createRequestHandler(some, mode)
    renderers.set(some, render)
    return render(request, context)
  }
}

/** Only a whole, successful page that sets no cookie may be shown to somebody else. */
function keepable({ answered, page }: Answered): Page | undefined {
  if (answered.status !== 200 || page === undefined || answered.headers.has('set-cookie')) return undefined
  return { headers: [...answered.headers], copies: page }
}

function isPlainVisit(request: ExpressRequest): boolean {
  return (
    request.method === 'GET' &&
    request.originalUrl.length < 500 &&
    !request.path.endsWith('.data') &&
    !request.path.startsWith('/dev/')
  )
}

/** The address is made from PUBLIC_URL, whatever Host or X-Forwarded-Host said. */
function fetchRequest(request: ExpressRequest, response: ExpressResponse, publicUrl: URL): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const gone = new AbortController()
  // Aborting what is over would cost more than all the rest of this.
  response.once('close', () => response.writableFinished || gone.abort())
  const address = new URL(request.originalUrl.replace(/^\/+/, '/'), publicUrl)
  if (!canBeDecoded(address.pathname)) address.pathname = '/404'
  // An older way of Remix to ask for data, which nothing of ours uses: it would answer a reader with its own JSON.
  if (address.searchParams.has('_data')) address.searchParams.delete('_data')
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(address, {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(request), duplex: 'half' } : {}),
  })
}

/** What cannot be decoded names nothing here; Remix would find that out too, and say so on the console each time. */
function canBeDecoded(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}
