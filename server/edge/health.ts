import { sql } from 'kysely'
import { type Request, Router } from 'express'
import type { RedisClientType } from 'redis'
import { pendingMigrations } from '#db/migrate.ts'
import type { Ground } from '../ground.ts'
import { awaited } from './awaited.ts'

/** `/healthz`: this process answers. `/readyz`: it can also do its work (database, migrations, Redis when it is used). */
export function health(
  ground: Ground,
  redis: RedisClientType | undefined,
  state: { stopping: boolean },
): Router {
  const router = Router()
  router.get('/healthz', (_request: Request, response) => void response.json({ alive: true }))
  router.get(
    '/readyz',
    awaited(async (_request, response) => {
      const database = await ask(async () => void (await sql`select 1`.execute(ground.db)))
      const migrations = await ask(async () => {
        if ((await pendingMigrations(ground.db)).length > 0) throw new Error('pending')
      })
      const redisAnswers = redis === undefined ? 'unused' : await ask(async () => void (await redis.ping()))
      // Redis away makes the platform slower, not wrong: the node still takes people in.
      const ready = database === 'ok' && migrations === 'ok' && !state.stopping
      response
        .status(ready ? 200 : 503)
        .json({ ready, database, migrations, redis: redisAnswers, stopping: state.stopping })
    }),
  )
  return router
}

async function ask(question: () => Promise<void>): Promise<'ok' | 'failed'> {
  const late = new Promise<'failed'>((resolve) => setTimeout(() => resolve('failed'), 2_000).unref())
  return Promise.race([
    question().then(
      (): 'ok' => 'ok',
      (): 'failed' => 'failed',
    ),
    late,
  ])
}
