import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { expect, test, vi } from 'vitest'
import { comeBack, pauses } from '#app/live/come-back.ts'

async function aServer() {
  const http = createServer()
  const server = new Server(http)
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }
}

test('whoever could not be let in asks again until they are', async () => {
  const { server, url } = await aServer()
  let refused = 0
  server.use((_socket, next) => {
    refused += 1
    next(refused <= 2 ? new Error('try-again') : undefined)
  })
  const socket = io(url, { transports: ['websocket'], forceNew: true, ...pauses })
  comeBack(socket)
  await vi.waitFor(() => expect(socket.connected).toBe(true), { timeout: 8_000 })
  expect(refused).toBe(3)
  socket.disconnect()
  await server.close()
})

test('whom the server sends away comes back, and whoever leaves stays away', async () => {
  const { server, url } = await aServer()
  const came = vi.fn()
  server.on('connection', (socket) => {
    came()
    if (came.mock.calls.length === 1) socket.disconnect(true)
  })
  const socket = io(url, { transports: ['websocket'], forceNew: true, ...pauses })
  comeBack(socket)
  await vi.waitFor(() => expect(came).toHaveBeenCalledTimes(2), { timeout: 8_000 })
  socket.disconnect()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(came).toHaveBeenCalledTimes(2)
  await server.close()
})

test('a line that breaks while a connection is being opened is given up soon', async () => {
  const openings: number[] = []
  const http = createServer()
  http.on('upgrade', (request, socket) => {
    openings.push(performance.now())
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    socket.on('error', () => {})
    // The WebSocket is open, and what Socket.IO says first does not come any more.
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
  })
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  expect(pauses.timeout).toBeLessThanOrEqual(8_000)
  const socket = io(url, { transports: ['websocket'], forceNew: true, ...pauses, timeout: 500 })
  comeBack(socket)
  await vi.waitFor(() => expect(openings.length).toBeGreaterThan(1), { timeout: 8_000 })
  socket.disconnect()
  http.closeAllConnections()
  http.close()
})
