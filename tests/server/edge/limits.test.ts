import { randomUUID } from 'node:crypto'
import { createClient, type RedisClientType } from 'redis'
import { expect, inject, test } from 'vitest'
import { limitsOn } from '#server/limits.ts'
import { chanceFrom } from '#tests/faults/chance.ts'
import { openLine } from '#tests/faults/place/line.ts'

const redisUrl = inject('redisUrl')

test.skipIf(!redisUrl)(
  'a Redis that has stopped answering keeps nobody waiting, and opens no limit',
  async () => {
    const { hostname, port } = new URL(redisUrl)
    const line = await openLine(() => [{ host: hostname, port: Number(port || 6379) }], chanceFrom(1))
    const redis = (await createClient({ url: line.url.replace('http:', 'redis:') })
      .on('error', () => {})
      .connect()) as RedisClientType
    const limits = limitsOn(redis)
    const key = randomUUID()
    await limits.take('message-by-person', key)

    line.trouble({ blackhole: true })
    const began = performance.now()
    const taken = await Promise.allSettled(
      Array.from({ length: 40 }, () => limits.take('message-by-person', key)),
    )
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    const again = performance.now()
    await limits.take('act-by-person', key)
    expect(performance.now() - again).toBeLessThan(50)

    redis.destroy()
    await line.close()
  },
)
