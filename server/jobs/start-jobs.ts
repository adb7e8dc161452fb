import { setTimeout as pause } from 'node:timers/promises'
import type { Doorbell } from '../doorbell.ts'
import type { Ground } from '../ground.ts'
import { tellAtEachRing } from '../notices/index.ts'
import { safeError } from '../safe-error.ts'
import { jobs, type Job } from './jobs.ts'
import { bossConnection, findOldestWaiting, isQueued } from './records.ts'

/** What was queued here is begun at once; this is how soon a node finds what another left. */
const pollingIntervalSeconds = 20
const lookEvery = 1_000
/** The first pages go before. */
const waitAtStart = 1_500
/** The database may be away when a node starts. */
const startAgainAfter = 5_000
const lagEverySeconds = 15

export type RunningJobs = { stop: () => Promise<void> }

/**
 * The work nobody waits for. Each node looks out for what is due and queues it once for all of them; pg-boss gives it to
 * one worker and tries again what failed. Called once the process listens: a start never waits for it.
 */
export function startJobs(
  ground: Ground,
  doorbell: Doorbell,
  tellLag: (seconds: number) => void,
  {
    of = jobs,
    wait = waitAtStart,
    again = startAgainAfter,
  }: { of?: Job[]; wait?: number; again?: number } = {},
): RunningJobs {
  const telling = tellAtEachRing(ground, doorbell)
  const stopping = new AbortController()
  const begin = async (): Promise<RunningJobs> => {
    await pause(wait, undefined, { ref: false, signal: stopping.signal })
    for (;;) {
      try {
        return await openQueues(ground, of, tellLag, stopping.signal)
      } catch (error) {
        ground.log.error({ error }, 'jobs cannot start yet')
        await pause(again, undefined, { ref: false, signal: stopping.signal })
      }
    }
  }
  // Stopped before they began.
  const working = begin().catch((): RunningJobs => ({ stop: async () => {} }))
  return {
    stop: async () => {
      stopping.abort()
      await telling.stop()
      await (await working).stop()
    },
  }
}

async function openQueues(
  ground: Ground,
  of: Job[],
  tellLag: (seconds: number) => void,
  stopping: AbortSignal,
): Promise<RunningJobs> {
  const { default: Boss } = await import('pg-boss')
  const boss = new Boss({
    db: bossConnection(ground.db),
    schedule: false,
    maintenanceIntervalSeconds: 300,
    archiveCompletedAfterSeconds: 3600,
    archiveFailedAfterSeconds: 7 * 86_400,
    deleteAfterDays: 14,
  })
  boss.on('error', (error) => ground.log.warn({ error }, 'jobs'))
  const workers = new Map<string, string>()
  try {
    await boss.start()
    await openWorkers()
  } catch (error) {
    // Tried again by another, beside which this one would go on.
    await boss.stop({ graceful: false }).catch(() => {})
    throw error
  }

  async function openWorkers(): Promise<void> {
    for (const job of of) {
      await boss.createQueue(job.name, {
        name: job.name,
        policy: 'short',
        retryLimit: 6,
        retryDelay: 15,
        retryBackoff: true,
        expireInSeconds: 900,
      })
      workers.set(job.name, await boss.work(job.name, { pollingIntervalSeconds }, () => run(ground, job)))
    }
  }

  const nextLook = new Map<string, number>()
  let nextLag = 0
  const lookOut = async () => {
    const now = performance.now()
    for (const job of of) {
      if (stopping.aborted || now < (nextLook.get(job.name) ?? 0)) continue
      nextLook.set(job.name, now + job.lookEverySeconds * 1000)
      if (!(await job.isDue(ground)) || (await isQueued(ground.db, job.name))) continue
      await boss.send(job.name, {})
      boss.notifyWorker(workers.get(job.name) ?? '')
    }
    if (stopping.aborted || now < nextLag) return
    nextLag = now + lagEverySeconds * 1000
    const oldest = await findOldestWaiting(ground.db)
    tellLag(oldest ? Math.max(0, (ground.now().getTime() - oldest.getTime()) / 1000) : 0)
  }

  let looking = Promise.resolve()
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    looking = lookOut()
      .catch((error: unknown) => ground.log.warn({ error }, 'looked out in vain'))
      .finally(() => {
        isLooking = false
      })
  }, lookEvery)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await looking
      await boss.stop({ graceful: true, wait: true, timeout: 5_000 })
    },
  }
}

async function run(ground: Ground, job: Job): Promise<void> {
  try {
    // Another node may have done it between this one's look and its queueing.
    if (await job.isDue(ground)) await job.run(ground)
  } catch (thrown) {
    ground.log.error({ job: job.name, error: thrown }, 'job failed, to be tried again')
    // What pg-boss keeps of an error is shown to administrators: it must not quote anybody.
    throw Object.assign(new Error(safeError(thrown)), { stack: '' })
  }
}
