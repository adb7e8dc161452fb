import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { z } from 'zod'
import { tellTurnouts } from './decisions/index.ts'
import type { Doorbell } from './doorbell.ts'
import { languageOf, networkOf } from './edge/asker.ts'
import { sessionCookie } from './edge/cookie.ts'
import { isOurHost, isSameOrigin } from './edge/guard.ts'
import type { Metrics } from './edge/metrics.ts'
import type { Actor, Ground } from './ground.ts'
import { openDelivery } from './live/delivery.ts'
import { every } from './live/every.ts'
import { openPlaces } from './live/places.ts'
import { openPresence } from './live/presence.ts'
import { closeSlowReaders } from './live/slow-readers.ts'
import type { LiveServer, LiveSocket } from './live/wire.ts'
import { analyseChanged } from './opinions/index.ts'
import { actorOf, endedSessions } from './people/index.ts'
import { eventShown } from './rooms/index.ts'

const Entering = z.strictObject({ roomId: z.guid().toLowerCase(), after: z.int().min(0).optional() })
const Leaving = z.strictObject({ roomId: z.guid().toLowerCase() })

/** More than a browser with many tabs ever says in this time; whoever says more is cut off. */
const mostWords = 60
const wordsWithin = 10_000

export type Live = {
  /** Closes every connection; browsers come back by themselves, to another node if this one is gone. */
  close(): Promise<void>
}

/**
 * The live edge. Browsers only say which room they are in; every change comes in by HTTP. Postgres holds the order of
 * what happened, the doorbell says that there is more, and this node delivers it to its own connections.
 */
export function openLive(edge: {
  ground: Ground
  doorbell: Doorbell
  metrics: Metrics
  server: HttpServer
}): Live {
  const { ground, doorbell, metrics, server } = edge
  const { publicUrl } = ground.settings
  const cookie = sessionCookie(publicUrl)
  // No adapter and no connection-state recovery: the first would deliver past the fence, the second lets removed people back in.
  const io: LiveServer = new Server(server, {
    path: '/live',
    serveClient: false,
    maxHttpBufferSize: 65_536,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    connectTimeout: 10_000,
    // CORS does not guard a WebSocket; this guards both ways in.
    allowRequest: (request, answer) =>
      answer(null, isOurHost(request.headers.host, publicUrl) && isSameOrigin(request.headers)),
  })
  const delivery = openDelivery({ ground, io, delivered: (count) => metrics.deliveries.inc(count) })
  const presence = openPresence({ ground, io, delivery })
  const places = openPlaces({ ground, delivery })

  io.use((socket, goOn) => void admit(socket).then(goOn))

  async function admit(socket: LiveSocket): Promise<Error | undefined> {
    try {
      socket.data = { actor: await actorFrom(socket.request), words: 0 }
      return undefined
    } catch (error) {
      ground.log.warn({ error }, 'a live connection could not be opened')
      return new Error('try-again')
    }
  }

  async function actorFrom(request: IncomingMessage): Promise<Actor> {
    const { actor } = await actorOf(ground, {
      token: cookie.read(request.headers.cookie),
      language: languageOf(request.headers.cookie, request.headers['accept-language']),
      network: networkOf(request.socket.remoteAddress),
      isPage: false,
      mayRotate: false,
    })
    return actor
  }

  io.on('connection', (socket) => {
    metrics.sockets.inc()
    socket.on('disconnect', () => {
      metrics.sockets.dec()
      delivery.leaveAll(socket)
    })
    socket.use((_word, next) => {
      socket.data.words += 1
      if (socket.data.words > mostWords) socket.disconnect(true)
      else next()
    })
    socket.on('enter', (asked, answer) => {
      if (typeof answer !== 'function') return
      enter(socket, asked)
        .then(answer)
        .catch((error: unknown) => {
          ground.log.warn({ error }, 'a room could not be entered')
          answer({ refusal: 'try-again' })
        })
    })
    socket.on('leave', (asked) => {
      const parsed = Leaving.safeParse(asked)
      if (parsed.success) delivery.leave(socket, parsed.data.roomId)
    })
  })

  /** Absent, forbidden and malformed answer alike, so that nothing can be learned by asking. */
  async function enter(socket: LiveSocket, asked: unknown) {
    const parsed = Entering.safeParse(asked)
    const seq = parsed.success ? await delivery.enter(socket, parsed.data.roomId) : undefined
    if (!parsed.success || seq === undefined) return { refusal: 'unseen' as const }
    const { roomId, after } = parsed.data
    presence.welcome(socket, roomId)
    const at = ground.now().toISOString()
    if (after === undefined || after >= seq) return { seq, at, missed: [], more: false }
    const events = await delivery.missedBy(socket, roomId, { after, upTo: seq })
    if (!events) return { refusal: 'unseen' as const }
    return { seq, at, missed: events.map(eventShown), more: (events.at(-1)?.seq ?? seq) < seq }
  }

  const sockets = () => [...io.of('/').sockets.values()]
  const closeSessions = (sessionIds: string[]) => {
    const ended = new Set(sessionIds)
    for (const socket of sockets()) {
      const { actor } = socket.data
      if (actor.kind === 'person' && ended.has(actor.sessionId)) socket.disconnect(true)
    }
  }
  doorbell.onRing(delivery.ring)
  doorbell.onSessionsEnded(closeSessions)

  const log = ground.log
  const sweeps = [
    every(1_000, log, async () => {
      closeSlowReaders(sockets())
      await delivery.sweep()
    }),
    every(2_000, log, presence.tell),
    every(1_000, log, places.tellChecks),
    every(1_000, log, async () => void (await tellTurnouts(ground))),
    every(10_000, log, places.keep),
    every(3_000, log, () => analyseChanged(ground)),
    every(4_000, log, async () => {
      const present = sockets().flatMap(({ data }) =>
        data.actor.kind === 'person' ? [data.actor.sessionId] : [],
      )
      closeSessions(await endedSessions(ground, [...new Set(present)]))
      await delivery.evictOutsiders()
    }),
    every(wordsWithin, log, async () => {
      for (const socket of sockets()) socket.data.words = 0
    }),
  ]

  return {
    close: async () => {
      const stopped = Promise.all(sweeps.map((stop) => stop()))
      io.disconnectSockets(true)
      io.engine.close()
      // A count still being told would be written after it was taken back, and the node's people stay counted for ten seconds.
      await stopped
      await presence.close().catch(() => {})
    },
  }
}
