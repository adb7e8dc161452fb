import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import type { RedisClientType } from 'redis'
import { Refusal } from './refusal.ts'

/** How many, in how many seconds. Per account first: migrants share addresses (shelters, mobile networks). */
const rules = {
  'code-by-email': { points: 5, duration: 900 },
  'code-by-network': { points: 60, duration: 900 },
  'entry-by-network': { points: 120, duration: 900 },
  'message-by-person': { points: 30, duration: 30 },
  'need-by-person': { points: 30, duration: 3600 },
  'invitation-by-person': { points: 30, duration: 3600 },
  'report-by-person': { points: 30, duration: 3600 },
  'feedback-by-network': { points: 30, duration: 3600 },
  'act-by-person': { points: 600, duration: 60 },
  'page-by-network': { points: 6000, duration: 60 },
} as const

export type LimitName = keyof typeof rules

export type Limits = {
  /** Takes one from what the key has left, or refuses with how long to wait. */
  take(name: LimitName, key: string): Promise<void>
}

/**
 * Limits shared by every node through Redis. While Redis is away each node counts for itself, so that a limit
 * never opens; a node does not wait for it either (the client is told to fail at once when offline).
 */
export function limitsOn(redis: RedisClientType | undefined): Limits {
  const limiters = new Map<LimitName, RateLimiterAbstract>()
  for (const [name, rule] of Object.entries(rules) as [LimitName, { points: number; duration: number }][]) {
    const memory = new RateLimiterMemory({ keyPrefix: name, ...rule })
    limiters.set(
      name,
      redis
        ? new RateLimiterRedis({
            storeClient: redis,
            keyPrefix: `tavolo:limit:${name}`,
            ...rule,
            insuranceLimiter: memory,
            useRedisPackage: true,
            rejectIfRedisNotReady: true,
          })
        : memory,
    )
  }
  return {
    take: async (name, key) => {
      try {
        await limiters.get(name)?.consume(key)
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown
        throw new Refusal('too-many', 'too-many', { retryAfter: Math.ceil(thrown.msBeforeNext / 1000) })
      }
    },
  }
}

/** No limits at all: for filling the demo and for tests that are not about them. */
export const noLimits: Limits = { take: async () => {} }
