import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { isLoopback } from './cookie.ts'

/** A request for a host that is not ours is misdirected: whatever it carries must not reach a mail or a redirect. */
export function onlyOurHost(publicUrl: URL): RequestHandler {
  return (request, response, next) => {
    if (isOurHost(request.headers.host, publicUrl)) return next()
    response.status(421).type('text/plain').send('Misdirected request')
  }
}

/** The port is not compared: nodes of one platform answer on several, and links are made from PUBLIC_URL only. */
export function isOurHost(host: string | undefined, publicUrl: URL): boolean {
  const given = host && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined
  if (!given || given.pathname !== '/' || given.username !== '') return false
  return (
    given.hostname === publicUrl.hostname || (isLoopback(given.hostname) && isLoopback(publicUrl.hostname))
  )
}

/**
 * Changes come only from our own pages. A browser always says where a change comes from (Sec-Fetch-Site or Origin);
 * a client that says neither is not a browser, carries nobody's cookie by accident, and is let through.
 */
export const onlyFromOurPages: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
  const { headers } = request
  if (!isFromElsewhere(headers) && (headers.origin === undefined || isSameOrigin(headers))) return next()
  response.status(403).type('text/plain').send('Forbidden')
}

/**
 * Whether the browser says that another site had it ask: a link that was followed there, or a page that led on by itself.
 * Reading is answered all the same, but is no sign that somebody meant to be here. The address bar is nobody's site.
 */
export function isFromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** Whether Origin names the host that the request was sent to (whose name was checked before). */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
