import { CompiledQuery, sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import type { QueueShown } from './contract.ts'
import type { JobName } from './words.ts'

/** How pg-boss speaks to the database: over our own pool, so that embedded and real Postgres are one path. */
export function bossConnection(db: Database) {
  const plain = db.withoutPlugins()
  return {
    executeSql: (text: string, values: unknown[] = []) =>
      plain.connection().execute(async (connection) => {
        try {
          const { rows } = await connection.executeQuery(CompiledQuery.raw(text, values))
          return { rows }
        } catch (error) {
          // Its scripts begin transactions of their own: a failed one must not go back into the pool half open.
          await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
          throw error
        }
      }),
  }
}

export async function isBallotDue(db: Reader, now: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select exists (select 1 from ballots
    where (state = 'planned' and opens_at <= ${now}) or (state = 'open' and closes_at <= ${now})) as due`.execute(
    db,
  )
  return rows[0]?.due ?? false
}

/** Whether a job of this name waits, runs, or waits to be tried again. */
export async function isQueued(db: Reader, name: JobName): Promise<boolean> {
  const { rows } = await sql<{
    queued: boolean
  }>`select exists (select 1 from pgboss.job where name = ${name} and state < 'completed') as queued`.execute(
    db,
  )
  return rows[0]?.queued ?? false
}

async function hasQueues(db: Reader): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('pgboss.job') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}

export type JobsCounted = Omit<QueueShown, 'queue'> & { queue: JobName }

export async function countJobs(db: Reader): Promise<JobsCounted[]> {
  if (!(await hasQueues(db))) return []
  const { rows } = await sql<JobsCounted>`
    select name as queue,
      count(*) filter (where state = 'created')::int as waiting,
      count(*) filter (where state = 'active')::int as running,
      count(*) filter (where state = 'retry')::int as retrying,
      count(*) filter (where state = 'failed')::int as failed,
      (array_agg(output ->> 'message' order by coalesce(completed_on, started_on, created_on) desc)
        filter (where state in ('retry', 'failed')))[1] as last_error,
      min(created_on) filter (where state in ('created', 'retry')) as oldest_waiting_at,
      min(start_after) filter (where state = 'retry') as next_attempt_at,
      max(completed_on) filter (where state = 'completed') as last_done_at
    from pgboss.job group by name`.execute(db)
  return rows
}

export async function retryFailedJobs(trx: Trx, queue: JobName): Promise<number> {
  if (!(await hasQueues(trx))) return 0
  const { numAffectedRows } = await sql`
    update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, start_after = now(), completed_on = null
    where name = ${queue} and state = 'failed'`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** When the work that waits longest, of jobs and mails, was first due. */
export async function findOldestWaiting(db: Reader): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select least(
    (select min(created_on) from pgboss.job where state < 'active'),
    (select min(created_at) from mails where state = 'waiting')) as at`.execute(db)
  return rows[0]?.at ?? null
}
