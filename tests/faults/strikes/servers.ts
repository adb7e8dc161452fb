import pg from 'pg'
import { pause } from '#tests/bench/processes.ts'
import { attempt } from '../clients/ask.ts'
import { messageOf } from '../clients/acts.ts'
import type { Fault, Run } from './strike.ts'

/** Nobody is cut off by it: whoever is behind meanwhile has their ten seconds from when it is over. */
const over = () => ({ since: performance.now() })

export const redisKilled: Fault = {
  id: 'F04',
  what: 'Redis is killed and comes back empty',
  strike: async (run) => {
    const { redis } = run.stage
    await redis.kill()
    await guarded(run)
    await redis.start()
    return over()
  },
}

export const redisFrozen: Fault = {
  id: 'F05',
  what: 'Redis stands still',
  strike: async (run) => {
    const { redis } = run.stage
    redis.freeze()
    await guarded(run)
    if (!run.isShort) await pause(50_000)
    redis.thaw()
    return over()
  },
}

export const redisFull: Fault = {
  id: 'F05',
  what: 'Redis is full',
  strike: async (run) => {
    const { redis } = run.stage
    await redis.say('CONFIG', 'SET', 'maxmemory', '1')
    await guarded(run)
    await redis.say('CONFIG', 'SET', 'maxmemory', '64mb')
    await redis.say('FLUSHALL')
    return over()
  },
}

export const redisParted: Fault = {
  id: 'F06',
  what: 'one node does not reach Redis',
  strike: async (run) => {
    const { nodes, chance } = run.stage
    const { toRedis } = chance.pick(nodes)
    toRedis.trouble({ blackhole: true })
    await guarded(run)
    toRedis.trouble({})
    return over()
  },
}

/** While limits are counted without Redis, one person sends far too much, and a stranger asks for what is not theirs. */
async function guarded({ stage, crowd, isShort }: Run): Promise<void> {
  const { history, world, entrances, chance } = stage
  const {
    outsider,
    rooms: [open, closed],
  } = world
  await pause(500)
  const flood = crypto.randomUUID()
  const { url } = chance.pick(entrances)
  for (let n = 0; n < 80; n += 20)
    await Promise.all(
      Array.from({ length: 20 }, () =>
        attempt(
          history,
          url,
          outsider,
          { op: 'flood', id: flood, person: outsider.id, roomId: open.roomId },
          { path: '/api/v1/rooms/post-message', body: messageOf(open, crypto.randomUUID()) },
        ),
      ),
    )
  await attempt(
    history,
    url,
    outsider,
    { op: 'stranger', id: crypto.randomUUID(), person: outsider.id, roomId: closed.roomId },
    { path: `/api/v1/rooms/events-since?roomId=${closed.roomId}&after=0` },
  )
  const member = crowd.clients.find((each) => each.room.isPrivate && each.state.isIn)
  if (member) crowd.begin(crowd.comesAndGoes(member))
  await pause(isShort ? 3_000 : 8_000)
}

const restarted = (how: 'fast' | 'immediate'): Fault => ({
  id: 'F07',
  what: how === 'fast' ? 'Postgres is restarted' : 'Postgres crashes and recovers',
  strike: async ({ stage: { postgres, history, chance } }) => {
    if (!postgres) throw new Error('Only a Postgres of its own may be harmed')
    await postgres.stop(how)
    history.write({ kind: 'fault', fault: 'F07', phase: 'away' })
    await pause(chance.between(500, 4_000))
    history.write({ kind: 'fault', fault: 'F07', phase: 'back' })
    await postgres.start()
    history.write({ kind: 'fault', fault: 'F07', phase: 'ready' })
    return { since: performance.now() }
  },
})
export const postgresRestarted = restarted('fast')
export const postgresCrashed = restarted('immediate')

export const tableLocked: Fault = {
  id: 'F09',
  what: 'the table of messages is locked',
  strike: async ({ stage: { databaseUrl }, isShort }) => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query('begin')
    await client.query('lock table messages in access exclusive mode')
    await pause(isShort ? 4_000 : 10_000)
    await client.query('commit')
    await client.end()
    return { since: performance.now() }
  },
}

export const postgresSlow: Fault = {
  id: 'F10',
  what: 'Postgres answers slowly',
  strike: async ({ stage: { nodes }, isShort }) => {
    for (const { toPostgres } of nodes) toPostgres.trouble({ latency: { milliseconds: 100, jitter: 50 } })
    await pause(isShort ? 3_000 : 10_000)
    for (const { toPostgres } of nodes) toPostgres.trouble({})
    return { since: performance.now() }
  },
}
