import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { withoutIds } from '../without-ids.ts'

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
