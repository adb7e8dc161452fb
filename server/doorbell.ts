import { EventEmitter } from 'node:events'
import type { RedisClientType } from 'redis'
import type { Logger } from 'pino'
import type { Grown } from './ground.ts'

/**
 * Says that a stream has grown or a session has ended, never what is in it. With Redis it rings on every node, without
 * it on this one. A ring may be lost: whoever listens must also sweep, so that Redis away means slower, never lost.
 */
export type Doorbell = {
  ring: (grown: Grown[]) => void
  endSessions: (sessionIds: string[]) => void
  onRing: (listener: (grown: Grown[]) => void) => void
  onSessionsEnded: (listener: (sessionIds: string[]) => void) => void
  close: () => Promise<void>
}

const channel = 'tavolo:doorbell'
type Ring = { grown?: Grown[]; ended?: string[] }

export function localDoorbell(): Doorbell {
  const bell = new EventEmitter()
  bell.setMaxListeners(50)
  return {
    ring: (grown) => void setImmediate(() => bell.emit('ring', grown)),
    endSessions: (ended) => void setImmediate(() => bell.emit('ended', ended)),
    onRing: (listener) => void bell.on('ring', listener),
    onSessionsEnded: (listener) => void bell.on('ended', listener),
    close: async () => void bell.removeAllListeners(),
  }
}

/** `redis` publishes; a connection of its own listens, because a subscribed one can do nothing else. */
export async function redisDoorbell(redis: RedisClientType, log: Logger): Promise<Doorbell> {
  const local = localDoorbell()
  const nodeId = crypto.randomUUID()
  const listening = redis.duplicate()
  listening.on('error', (error: Error) => log.debug({ error }, 'doorbell listener'))
  const hear = (text: string) => {
    const ring = JSON.parse(text) as Ring & { from: string }
    if (ring.from === nodeId) return
    if (ring.grown) local.ring(ring.grown)
    if (ring.ended) local.endSessions(ring.ended)
  }
  // Not awaited: a node must start, and work, while Redis is away.
  void listening
    .connect()
    .then(() => listening.subscribe(channel, hear))
    .catch((error: Error) => log.warn({ error }, 'doorbell cannot listen yet'))
  const publish = (ring: Ring) => {
    if (!redis.isReady) return
    redis
      .publish(channel, JSON.stringify({ ...ring, from: nodeId }))
      .catch((error: Error) => log.debug({ error }, 'doorbell not rung'))
  }
  return {
    ...local,
    // This node hears itself directly, so that its own people never wait for Redis.
    ring: (grown) => {
      local.ring(grown)
      publish({ grown: grown.map(({ streamId, seq }) => ({ streamId, seq })) })
    },
    endSessions: (ended) => {
      local.endSessions(ended)
      publish({ ended })
    },
    close: async () => {
      await local.close()
      listening.destroy()
    },
  }
}
