import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient, type RedisClientType } from 'redis'
import { io, type Socket } from 'socket.io-client'
import { localDoorbell, redisDoorbell, type Doorbell } from '#server/doorbell.ts'
import { openMetrics } from '#server/edge/metrics.ts'
import type { Ground } from '#server/ground.ts'
import { openHttp } from '#server/http.ts'
import { openLive } from '#server/live.ts'
import type { Entered, FromServer } from '#server/live/wire.ts'
import type { EventShown } from '#server/rooms/contract.ts'
import type { TestGround } from './ground.ts'

export type LiveNode = {
  url: string
  /** Acts done on this ground ring this node's doorbell. */
  ground: Ground
  doorbell: Doorbell
  count(): Promise<{ socketsOnNode: number }>
  close(): Promise<void>
}

/** A node with its HTTP edge and its live edge on a port of its own; one that shares no doorbell hears others by the sweep only. */
export async function aLiveNode(base: TestGround, redisUrl?: string): Promise<LiveNode> {
  const redis = redisUrl ? ((await createClient({ url: redisUrl }).connect()) as RedisClientType) : undefined
  const doorbell = redis ? await redisDoorbell(redis, base.log) : localDoorbell()
  const ground: Ground = {
    ...base,
    ring: (grown) => doorbell.ring(grown),
    endSessions: (ended) => doorbell.endSessions(ended),
  }
  const metrics = openMetrics()
  const server = createServer(openHttp({ ground, metrics, redis, state: { stopping: false } }))
  const live = openLive({ ground, doorbell, metrics, server })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    ground,
    doorbell,
    count: async () => ({ socketsOnNode: (await metrics.sockets.get()).values[0]?.value ?? 0 }),
    close: async () => {
      await live.close()
      await doorbell.close()
      redis?.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

type FromTest = {
  enter(asked: unknown, answer: (answer: Entered) => void): void
  leave(asked: unknown): void
}

/** A browser's live connection, keeping everything it was sent. */
export function aListener(
  node: LiveNode,
  who: { token: string } | null,
  more: {
    headers?: Record<string, string>
    noOrigin?: true
    transport?: 'websocket' | 'polling'
    auth?: Record<string, string>
    namespace?: string
  } = {},
) {
  const socket: Socket<FromServer, FromTest> = io(node.url + (more.namespace ?? ''), {
    path: '/live',
    transports: [more.transport ?? 'websocket'],
    reconnection: false,
    forceNew: true,
    ...(more.auth ? { auth: more.auth } : {}),
    extraHeaders: {
      ...(more.noOrigin ? {} : { Origin: node.url }),
      ...(who ? { Cookie: `__Host-tavolo=${who.token}` } : {}),
      ...more.headers,
    },
  })
  const heard: EventShown[] = []
  const bytes: string[] = []
  const state = { removed: false, people: undefined as number | undefined }
  socket.onAny((...packet: unknown[]) => void bytes.push(JSON.stringify(packet)))
  socket.on('events', ({ events }) => void heard.push(...events))
  socket.on('removed', () => {
    state.removed = true
  })
  socket.on('here', ({ people }) => {
    state.people = people
  })
  return {
    socket,
    heard,
    state,
    /** Everything received, to look for what must not be there. */
    everything: () => bytes.join('\n'),
    connected: () =>
      new Promise<boolean>((resolve) => {
        if (socket.connected) return resolve(true)
        socket.once('connect', () => resolve(true))
        socket.once('connect_error', () => resolve(false))
      }),
    enter: (asked: unknown): Promise<Entered> => socket.timeout(5_000).emitWithAck('enter', asked),
    close: () => void socket.disconnect(),
  }
}
