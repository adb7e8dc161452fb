import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export type DemoDatabase = {
  name: string
  environment: Record<string, string>
  remove: () => Promise<void>
  /** Lets so many days pass over what happened so far in a meeting. */
  age: (meetingId: string, days: number) => Promise<void>
}

/** Where the demo that was filled for all stands (tests/journeys/fill-once.ts); the workers are told by their environment. */
export const filledIn = 'JOURNEYS_FILLED_IN'

/** A database of one's own: a copy of the demo that was filled, or an empty one as long as there is none. */
export async function demoDatabase(project: string): Promise<DemoDatabase> {
  const url = process.env['TEST_DATABASE_URL']
  return url ? onPostgres(url, project) : embedded()
}

function embedded(): DemoDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-journey-'))
  const filled = process.env[filledIn]
  if (filled) cpSync(filled, folder, { recursive: true })
  return {
    name: folder,
    environment: { DATA_DIR: folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
    age: () => Promise.reject(new Error('The embedded database is open to its own process only')),
  }
}

async function onPostgres(url: string, project: string): Promise<DemoDatabase> {
  const redis = process.env['TEST_REDIS_URL']
  const filled = process.env[filledIn]
  const name = `tavolo_journey_${project.replaceAll('-', '_')}_${process.pid}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name} ${filled ? `template ${filled}` : ''}`)
  await admin.query(`alter database ${name} set synchronous_commit = off`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    name,
    environment: {
      DATABASE_URL: own.href,
      ...(redis ? { REDIS_URL: redis } : {}),
      DATA_DIR: join(tmpdir(), name),
    },
    age: async (meetingId, days) => {
      const client = new pg.Client({ connectionString: own.href })
      await client.connect()
      await client.query(
        `update meetings set closed_at = closed_at - make_interval(days => $2), opened_at = opened_at - make_interval(days => $2) where id = $1`,
        [meetingId, days],
      )
      await client.end()
    },
    remove: async () => {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
