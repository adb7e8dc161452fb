import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** One line a request, without who: no address, no query (it can hold what was searched), no ids. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    if (!log.isLevelEnabled('info')) return next()
    const began = performance.now()
    response.once('finish', () => {
      log.info(
        {
          method: request.method,
          path: withoutIds(request.path),
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      )
    })
    next()
  }
}

function withoutIds(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ':id').replace(/[\w-]{20,}(?=\/|$)/g, ':token')
}
