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
  'reaction-by-person': { points: 60, duration: 30 },
  'need-by-person': { points: 30, duration: 3600 },
  'statement-by-person': { points: 60, duration: 3600 },
  'answer-by-device': { points: 300, duration: 60 },
  'answerer-by-network': { points: 300, duration: 3600 },
  'spreadsheet-by-person': { points: 60, duration: 3600 },
  'file-by-network': { points: 300, duration: 3600 },
  'response-by-network': { points: 600, duration: 3600 },
  'response-code-by-network': { points: 60, duration: 900 },
  'paper-by-person': { points: 60, duration: 3600 },
  'invitation-by-person': { points: 30, duration: 3600 },
  'report-by-person': { points: 30, duration: 3600 },
  'feedback-by-network': { points: 30, duration: 3600 },
  'act-by-person': { points: 600, duration: 60 },
} as const

/**
 * Pages, and questions to the API, are counted by each node alone: asking Redis at every page would cost more than some pages. A
 * network may ask for as much as ten people, and only where nobody is signed in; what the guests' cache still has is not counted.
 */
const peopleInNetwork = 10

export type LimitName = keyof typeof rules | 'page-by-person' | 'page-by-network'

export type Limits = {
  /** Takes one from what the key has left, or refuses with how long to wait. */
  take(name: LimitName, key: string): Promise<void>
}

/** The longest anybody waits for Redis, in milliseconds; and for how long it is then not asked at all. */
const longestWait = 100
const leftAlone = 1_000

/**
 * Limits shared by every node through Redis. While Redis is away, or does not answer, each node counts for itself, so
 * that a limit never opens; a node does not wait for it either (the client is told to fail at once when offline).
 */
export function limitsOn(redis: RedisClientType | undefined, pagesAMinute: number): Limits {
  const own = new Map<LimitName, RateLimiterAbstract>()
  const shared = new Map<LimitName, RateLimiterAbstract>()
  for (const [name, rule] of Object.entries(rules) as [
    keyof typeof rules,
    { points: number; duration: number },
  ][]) {
    const memory = new RateLimiterMemory({ keyPrefix: name, ...rule })
    own.set(name, memory)
    if (redis)
      shared.set(
        name,
        new RateLimiterRedis({
          storeClient: redis,
          keyPrefix: `tavolo:limit:${name}`,
          ...rule,
          insuranceLimiter: memory,
          useRedisPackage: true,
          rejectIfRedisNotReady: true,
        }),
      )
  }
  const pages = { 'page-by-person': pagesAMinute, 'page-by-network': pagesAMinute * peopleInNetwork } as const
  for (const [name, points] of Object.entries(pages) as [keyof typeof pages, number][])
    own.set(name, new RateLimiterMemory({ keyPrefix: name, points, duration: 60 }))
  let aloneUntil = 0

  async function consume(name: LimitName, key: string): Promise<void> {
    const together = performance.now() < aloneUntil ? undefined : shared.get(name)
    if (together && (await inTime(together.consume(key)))) return
    if (together) aloneUntil = performance.now() + leftAlone
    await own.get(name)?.consume(key)
  }

  return {
    take: async (name, key) => {
      try {
        await consume(name, key)
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown
        throw new Refusal('too-many', 'too-many', { retryAfter: Math.ceil(thrown.msBeforeNext / 1000) })
      }
    },
  }
}

/** Whether the answer came before its time was over; an answer that says no is thrown. */
async function inTime(answer: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), longestWait)
  })
  try {
    return await Promise.race([answer.then((): true => true), late])
  } finally {
    clearTimeout(timer)
    // What comes too late is nobody's any more.
    answer.catch(() => {})
  }
}

/** No limits at all: for filling the demo and for tests that are not about them. */
export const noLimits: Limits = { take: async () => {} }
