import type { Logger } from 'pino'
import type { RedisClientType } from 'redis'
import { openDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { databaseClock } from './clock.ts'
import { localDoorbell, redisDoorbell, type Doorbell } from './doorbell.ts'
import type { Settings } from './env.ts'
import type { Ground } from './ground.ts'
import { limitsOn } from './limits.ts'
import { openLog } from './log.ts'

export type OpenGround = {
  ground: Ground
  doorbell: Doorbell
  redis: RedisClientType | undefined
  close: () => Promise<void>
}

/** Opens everything a process stands on. The embedded database is brought up to date here; Postgres by `npm run migrate`. */
export async function openGround(settings: Settings): Promise<OpenGround> {
  const log = openLog(settings.logLevel)
  const database = await openDatabase({
    url: settings.databaseUrl,
    folder: settings.folder,
    most: settings.databasePool,
  })
  if (database.embedded || settings.demo) await migrate(database.db)
  const clock = await databaseClock(database.db)
  const redis = settings.redisUrl ? await redisAt(settings.redisUrl, log) : undefined
  const doorbell = redis ? await redisDoorbell(redis, log) : localDoorbell()
  const ground: Ground = {
    db: database.db,
    now: clock.now,
    ring: doorbell.ring,
    endSessions: doorbell.endSessions,
    limits: limitsOn(redis, settings.pagesAMinute),
    settings,
    log,
  }
  const close = async () => {
    clock.stop()
    await doorbell.close()
    redis?.destroy()
    await database.close()
  }
  return { ground, doorbell, redis, close }
}

/** A large library, read only where it is used. */
async function redisAt(url: string, log: Logger): Promise<RedisClientType> {
  const { connectRedis } = await import('./redis.ts')
  return connectRedis(url, log)
}
