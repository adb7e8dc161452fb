import type { Logger } from 'pino'
import { createClient, type RedisClientType } from 'redis'

export function connectRedis(url: string, log: Logger): RedisClientType {
  const redis: RedisClientType = createClient({
    url,
    // Commands fail at once while Redis is away, instead of queueing and keeping people waiting.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 2_000), connectTimeout: 2_000 },
  })
  let away = false
  redis.on('error', (error: Error) => {
    if (!away) log.warn({ error }, 'redis is away: doorbell and limits go on without it')
    away = true
  })
  redis.on('ready', () => {
    if (away) log.info('redis is back')
    away = false
  })
  void redis.connect().catch(() => {})
  return redis
}
