import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { RedisClientType } from 'redis'
import { expect, onTestFinished, test } from 'vitest'
import { kyselyOn } from '#db/database.ts'
import { openMetrics } from '#server/edge/metrics.ts'
import type { Ground } from '#server/ground.ts'
import { openHttp } from '#server/http.ts'
import { aGround, anEmptyDatabase } from '#tests/support/ground.ts'

type Given = { ground: Ground; redis?: object; state?: { stopping: boolean }; token?: string }

async function aNode({ ground, redis, state = { stopping: false }, token }: Given) {
  const metrics = openMetrics()
  const settings = { ...ground.settings, metricsToken: token }
  const web = openHttp({
    ground: { ...ground, settings },
    metrics,
    redis: redis as RedisClientType | undefined,
    state,
  })
  const server = createServer(web)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const ready = async () => {
    const answer = await fetch(`${url}/readyz`)
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  return { url, metrics, ready }
}

const well = { status: 200, ready: true, database: 'ok', migrations: 'ok', redis: 'unused', stopping: false }

test('a node that can work says so, and one that stops takes nobody in', async () => {
  const state = { stopping: false }
  const { ready, url } = await aNode({ ground: await aGround(), state })
  expect(await ready()).toEqual(well)
  state.stopping = true
  expect(await ready()).toEqual({ ...well, status: 503, ready: false, stopping: true })
  // It lives all the same: whoever watches it must not kill it at its work.
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('a node whose database is away says which', async () => {
  const db = kyselyOn({
    connect: () => Promise.reject(new Error('away')),
    end: () => Promise.resolve(),
  })
  const { ready, url } = await aNode({ ground: { ...(await aGround()), db } })
  expect(await ready()).toEqual({
    ...well,
    status: 503,
    ready: false,
    database: 'failed',
    migrations: 'failed',
  })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('a node whose database lacks a migration waits for it', async () => {
  const { db, close } = await anEmptyDatabase(`behind_${process.pid}`)
  onTestFinished(close)
  await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(db)
  const { ready } = await aNode({ ground: await aGround({ db }) })
  expect(await ready()).toEqual({ ...well, status: 503, ready: false, migrations: 'failed' })
})

test('Redis away is told, and keeps nobody out: the node goes on, slower', async () => {
  const ground = await aGround()
  const there = await aNode({ ground, redis: { ping: () => Promise.resolve('PONG') } })
  expect(await there.ready()).toEqual({ ...well, redis: 'ok' })
  const away = await aNode({ ground, redis: { ping: () => Promise.reject(new Error('away')) } })
  expect(await away.ready()).toEqual({ ...well, redis: 'failed' })
})

test('what is counted is there by name, and by no name of a person or thing', async () => {
  const { url, metrics } = await aNode({ ground: await aGround() })
  await fetch(`${url}/api/v1/people/list-devices?q=una-parola`)
  metrics.sockets.inc()
  metrics.deliveries.inc(3)
  metrics.queue.set(7)
  const said = await (await fetch(`${url}/metrics`)).text()
  expect(said).toMatch(/^tavolo_request_seconds_count\{kind="api",status="4xx"\} 1$/m)
  expect(said).toMatch(/^tavolo_sockets 1$/m)
  expect(said).toMatch(/^tavolo_deliveries_total 3$/m)
  expect(said).toMatch(/^tavolo_queue_lag_seconds 7$/m)
  expect(said).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m)
  expect(said).not.toMatch(/list-devices|una-parola|127\.0/)
})

async function asked(url: string, headers: Record<string, string>): Promise<number> {
  return (await fetch(`${url}/metrics`, { headers })).status
}

test('metrics are read with the token, and without one from this machine alone', async () => {
  const ground = await aGround()
  const token = 'a token of sixteen or more'
  const guarded = await aNode({ ground, token })
  expect(await asked(guarded.url, {})).toBe(404)
  expect(await asked(guarded.url, { Authorization: 'Bearer another token, as long' })).toBe(404)
  expect(await asked(guarded.url, { Authorization: `Bearer ${token}` })).toBe(200)
  const open = await aNode({ ground })
  expect(await asked(open.url, {})).toBe(200)
  // Passed on by a proxy of this machine.
  expect(await asked(open.url, { 'X-Forwarded-For': '203.0.113.9' })).toBe(404)
})
