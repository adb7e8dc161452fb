import { timingSafeEqual } from 'node:crypto'
import { type RequestHandler, Router } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { awaited } from './awaited.ts'
import { isLoopback } from './cookie.ts'

/** Counts for Prometheus. No label ever holds an address, a name or an id. */
export function openMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'tavolo_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['kind', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  return {
    registry,
    requests,
    sockets: new Gauge({
      name: 'tavolo_sockets',
      help: 'Live connections on this node',
      registers: [registry],
    }),
    deliveries: new Counter({
      name: 'tavolo_deliveries_total',
      help: 'Events sent to live connections',
      registers: [registry],
    }),
    queue: new Gauge({
      name: 'tavolo_queue_lag_seconds',
      help: 'Age of the oldest job or mail still waiting',
      registers: [registry],
    }),
  }
}

export type Metrics = ReturnType<typeof openMetrics>

export function countRequests(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    const kind = request.path.startsWith('/api/')
      ? 'api'
      : request.path.startsWith('/assets/')
        ? 'asset'
        : 'page'
    response.once('finish', () =>
      metrics.requests.observe(
        { kind, status: `${Math.floor(response.statusCode / 100)}xx` },
        (performance.now() - began) / 1000,
      ),
    )
    next()
  }
}

/** Read by who knows the token; without one, only from this machine. */
export function metricsPage(metrics: Metrics, token: string | undefined): Router {
  const router = Router()
  router.get(
    '/metrics',
    awaited(async (request, response) => {
      const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
      const may = token
        ? same(given, token)
        : isLoopback((request.socket.remoteAddress ?? '').replace('::ffff:', '')) &&
          !request.headers['x-forwarded-for']
      if (!may) return void response.status(404).type('text/plain').send('Not found')
      response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
    }),
  )
  return router
}

function same(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}
