import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openMetrics } from '#server/edge/metrics.ts'
import { openHttp } from '#server/http.ts'
import { aGround } from '#tests/support/ground.ts'

test('a node that stops answers what it is asked, and ends each connection with the answer', async () => {
  const state = { stopping: false }
  const web = openHttp({ ground: await aGround(), metrics: openMetrics(), redis: undefined, state })
  const server = createServer(web)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/openapi.json`
  expect((await fetch(url)).headers.get('connection')).toBe('keep-alive')
  state.stopping = true
  const last = await fetch(url)
  expect(last.status).toBe(200)
  expect(last.headers.get('connection')).toBe('close')
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
})
