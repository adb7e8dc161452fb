import { randomBytes } from 'node:crypto'
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
  type AppLoadContext,
  type RequestHandler as Renderer,
  type ServerBuild,
} from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import type { Actor, Ground } from '../ground.ts'
import { platformFor } from '../platform.ts'
import { askerOf, languageOf } from './asker.ts'
import { awaited } from './awaited.ts'
import type { SessionCookie } from './cookie.ts'
import { cutAtNonce, guestCache, joinWithNonce, type Page } from './guest-cache.ts'
import { nearbyRoutes } from './nearby-routes.ts'

/** Draws the screens. Remix is handed the platform; it never imports it (it would get a second copy). */
export function pages(
  ground: Ground,
  cookie: SessionCookie,
  build: ServerBuild | (() => Promise<ServerBuild>),
): RequestHandler {
  const render = rendererOf(build, ground.settings.mode)
  const cached = guestCache()
  const { publicUrl, demo, accessibilityUrl, sourceUrl } = ground.settings

  const answer = async (request: ExpressRequest, response: ExpressResponse, actor: Actor, nonce: string) => {
    const context: AppLoadContext = {
      platform: platformFor(ground, actor),
      language: actor.language,
      nonce,
      cookie,
      report: (error) => ground.log.error({ error }, 'page failed'),
      site: { origin: publicUrl.origin, demo, accessibilityUrl, sourceUrl },
    }
    return render(fetchRequest(request, response, publicUrl), context)
  }

  return awaited(async (request, response) => {
    if (isTooLarge(request)) return void response.status(413).type('text/plain').send('Too large')
    const nonce = randomBytes(16).toString('base64url')
    const isGuest = cookie.read(request.headers.cookie) === undefined
    response.setHeader('Vary', 'Cookie, Accept-Language, Accept-Encoding')
    response.setHeader(
      'Cache-Control',
      isGuest && request.method === 'GET' ? 'public, no-cache' : 'private, no-store',
    )
    if (isGuest && isPlainVisit(request)) {
      const language = languageOf(request.headers.cookie, request.headers['accept-language'])
      const page = await cached(`${language} ${request.originalUrl}`, async () => {
        const actor: Actor = { kind: 'guest', language, network: 'cache' }
        return keepable(await answer(request, response, actor, nonce), nonce)
      })
      if (page) {
        response.status(page.status)
        const fresh = randomBytes(16).toString('base64url')
        for (const [name, value] of page.headers) response.setHeader(name, value.replaceAll(nonceMark, fresh))
        response.end(joinWithNonce(page.pieces, fresh))
        return
      }
    }
    const actor = await askerOf(ground, cookie, request, response)
    await send(await answer(request, response, actor, nonce), response)
  })
}

/** Forms here are text: no honest one comes near this, and one of unknown length is not read at all. */
const mostBytes = 512 * 1024

function isTooLarge(request: ExpressRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const length = request.headers['content-length']
  return length === undefined
    ? request.headers['transfer-encoding'] !== undefined
    : Number(length) > mostBytes
}

function rendererOf(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): Renderer {
  // In development the build changes under us.
  if (typeof build === 'function') return createRequestHandler(build, mode)
  const near = nearbyRoutes(build)
  const renderers = new Map<ServerBuild, Renderer>()
  return (request, context) => {
    const some = near(new URL(request.url).pathname)
    const render = renderers.get(some) ?? createRequestHandler(some, mode)
    renderers.set(some, render)
    return render(request, context)
  }
}

const nonceMark = '{nonce}'

/** Only a whole, successful page that sets no cookie may be shown to somebody else. */
async function keepable(response: Response, nonce: string): Promise<Page | undefined> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status !== 200 || !type.startsWith('text/html') || response.headers.has('set-cookie')) {
    await response.body?.cancel()
    return undefined
  }
  const headers = [...response.headers].map(([name, value]): [string, string] => [
    name,
    value.replaceAll(nonce, nonceMark),
  ])
  return { status: 200, headers, pieces: cutAtNonce(await response.text(), nonce) }
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
  response.once('close', () => gone.abort())
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(new URL(request.originalUrl.replace(/^\/+/, '/'), publicUrl), {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(request), duplex: 'half' } : {}),
  })
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.append(name, value)
    else response.setHeader(name, value)
  }
  if (!answer.body) {
    response.end()
    return
  }
  if (answer.headers.get('content-type')?.startsWith('text/html')) {
    response.end(Buffer.from(await answer.arrayBuffer()))
    return
  }
  await writeReadableStreamToWritable(answer.body, response)
}
