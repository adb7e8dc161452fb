import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, expect, test, vi } from 'vitest'
import type { Hearing } from '#app/live/connection.ts'
import type { EventShown } from '#server/rooms/contract.ts'

const event = (seq: number): EventShown => ({ seq, name: 'other', message: null, clientId: null })
const closings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closings.splice(0)) await close()
  vi.unstubAllGlobals()
  vi.resetModules()
})

type Enter = (
  asked: { roomId: string; after: number },
  answer: (entered: object) => void,
  socket: Socket,
) => void

/** A platform that answers an entry as it is told to, and a room that a page opens on it, whose copy stands at 5. */
async function aRoomOn(onEnter: Enter) {
  const http = createServer()
  const server = new Server(http, { path: '/live' })
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  server.on('connection', (socket) => socket.on('enter', (asked, answer) => onEnter(asked, answer, socket)))
  const { port } = http.address() as AddressInfo
  vi.stubGlobal('location', { protocol: 'http:', hostname: '127.0.0.1', host: `127.0.0.1:${port}`, port })
  const happened: string[] = []
  let cursor = 5
  const take = (what: string, events: EventShown[]) => {
    happened.push(`${what} ${events.map(({ seq }) => seq).join()}`)
    cursor = events.at(-1)?.seq ?? cursor
  }
  const hearing: Hearing = {
    cursor: () => cursor,
    events: (events) => take('told', events),
    entered: (_at, missed) => take('missed', missed),
    behind: () => happened.push('behind'),
    here: () => {},
    link: (state) => happened.push(state),
  }
  // Anew for each test: a page has one connection, and keeps it.
  const { enterRoom } = await import('#app/live/connection.ts')
  closings.push(
    async () => server.close(),
    async () => leave(),
  )
  const leave = enterRoom('room', hearing)
  return happened
}

test('what is told before an entry is answered is heard after what was missed, and nothing is asked for', async () => {
  const happened = await aRoomOn((asked, answer, socket) => {
    socket.emit('events', { roomId: asked.roomId, events: [event(8)] })
    socket.emit('events', { roomId: 'another', events: [event(3)] })
    answer({ seq: 7, at: '', missed: [event(asked.after + 1), event(7)], more: false })
    socket.emit('events', { roomId: asked.roomId, events: [event(9)] })
  })
  await vi.waitFor(() => expect(happened).toHaveLength(4), { timeout: 5_000 })
  expect(happened).toEqual(['missed 6,7', 'told 8', 'live', 'told 9'])
})

test('an entry that the line breaks off is begun anew, and what was told for it is not heard twice', async () => {
  let entries = 0
  const happened = await aRoomOn((asked, answer, socket) => {
    entries += 1
    if (entries === 1) {
      socket.emit('events', { roomId: asked.roomId, events: [event(6)] })
      setTimeout(() => socket.conn.close(), 50)
    } else answer({ seq: 6, at: '', missed: [event(asked.after + 1)], more: false })
  })
  await vi.waitFor(() => expect(happened).toContain('live'), { timeout: 8_000 })
  expect(happened.filter((each) => each !== 'away')).toEqual(['missed 6', 'live'])
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(entries).toBe(2)
})
