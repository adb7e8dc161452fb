import { existsSync, readdirSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import expressStaticGzip from 'express-static-gzip'
import helmet from 'helmet'
import type { ServerBuild } from '@remix-run/node'
import type { RedisClientType } from 'redis'
import { projectRoot } from '#db/root.ts'
import { api } from './edge/api.ts'
import { sessionCookie } from './edge/cookie.ts'
import { onlyFromOurPages, onlyOurHost } from './edge/guard.ts'
import { health } from './edge/health.ts'
import { countRequests, metricsPage, type Metrics } from './edge/metrics.ts'
import { oneAfterAnother } from './edge/one-after-another.ts'
import { pages } from './edge/pages.ts'
import { logRequests } from './edge/request-log.ts'
import type { Ground } from './ground.ts'

export type Edge = {
  ground: Ground
  metrics: Metrics
  redis: RedisClientType | undefined
  state: { stopping: boolean }
  /** Remix's build, or in development a way to get the newest; absent where only the API is wanted. */
  build?: ServerBuild | (() => Promise<ServerBuild>)
  /** Serves sources in development. */
  assets?: RequestHandler
}

/** The HTTP edge: what a request passes before any act is asked. */
export function openHttp({ ground, metrics, redis, state, build, assets }: Edge): Express {
  const cookie = sessionCookie(ground.settings.publicUrl)
  const web = express()
  web.disable('x-powered-by')
  web.disable('etag')
  web.set('trust proxy', ground.settings.trustProxy)
  web.set('query parser', 'simple')

  web.use(lastOnThisConnection(state))
  web.use(health(ground, redis, state))
  web.use(metricsPage(metrics, ground.settings.metricsToken))
  web.use(onlyOurHost(ground.settings.publicUrl))
  web.use(countRequests(metrics))
  web.use(logRequests(ground.log))
  const inTurn = oneAfterAnother(cookie)
  // Before all that only pages and files need: an answer of the API is small, and no browser shows it.
  web.use('/api/v1', onlyFromOurPages, inTurn, api(ground, cookie))
  // Before the headers of pages, which would weigh more than many of these files.
  if (!assets) serveBuiltFiles(web, join(projectRoot(), 'build/client'))
  web.use(
    helmet({
      // Written page by page (app/entry.server.tsx): most pages allow no script at all.
      contentSecurityPolicy: false,
      strictTransportSecurity:
        ground.settings.publicUrl.protocol === 'https:' ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
  )
  web.use(compression({ threshold: 1024, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }))
  if (assets) web.use(assets)
  web.use(onlyFromOurPages, inTurn)
  // Not by a pattern: Express would answer an address that cannot be read with words of its own.
  if (build) web.use(pages(ground, cookie, build))
  web.use(lastWord(ground))
  return web
}

/** A connection that is kept open would keep a node that stops from ever being done: each answer is then its last. */
function lastOnThisConnection(state: { stopping: boolean }): RequestHandler {
  return (_request, response, next) => {
    if (state.stopping) response.setHeader('Connection', 'close')
    next()
  }
}

function setHeaders(response: ServerResponse, file: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // It answers for the pages of surveys, and not for its own folder.
  if (/\/survey-worker-[^/]*\.js(?:\.\w+)?$/.test(file))
    response.setHeader('Service-Worker-Allowed', '/surveys/')
}

/** What the build made for browsers, compressed then and not at each request. */
function serveBuiltFiles(web: Express, client: string): void {
  if (!existsSync(client)) return
  web.use(
    '/assets',
    expressStaticGzip(join(client, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      // Named after their content: whoever has one never asks whether it changed.
      serveStatic: {
        immutable: true,
        maxAge: '1y',
        etag: false,
        lastModified: false,
        acceptRanges: false,
        setHeaders,
      },
    }),
  )
  // Each under its name, so that no page is looked for on the disk first.
  for (const name of readdirSync(client).filter((name) => name !== 'assets'))
    web.use(`/${name}`, express.static(join(client, name), { maxAge: '1h', index: false, setHeaders }))
}

/** Whatever was thrown past every door: logged here, and nothing of it shown. */
function lastWord(ground: Ground): ErrorRequestHandler {
  return (thrown, _request, response, next) => {
    if (response.headersSent) return next(thrown)
    const status = Number((thrown as { status?: unknown }).status)
    const isTheirs = status >= 400 && status < 500
    if (!isTheirs) ground.log.error({ error: thrown }, 'request failed')
    response
      .status(isTheirs ? status : 503)
      .type('text/plain')
      .send(isTheirs ? 'Bad request' : 'Try again in a moment')
  }
}
