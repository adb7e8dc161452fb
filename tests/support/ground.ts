import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import pg from 'pg'
import { inject } from 'vitest'
import { kyselyOn, openDatabase, type Database } from '#db/database.ts'
import { openEmbedded } from '#db/embedded.ts'
import { settingsFrom, type Settings } from '#server/env.ts'
import type { Ground, Grown } from '#server/ground.ts'
import { limitsOn, noLimits } from '#server/limits.ts'
import { withDatabase } from './global-setup.ts'

export type TestGround = Ground & {
  /** Everything that was told, in order; empty after a refusal. */
  told: Grown[]
  ended: string[]
  /** Sets the time; null lets it run. */
  setNow(moment: Date | null): void
}

// Kept on the worker and not on the module: opening a database takes longer than most tests.
const kept = globalThis as { tavoloDatabase?: Promise<{ db: Database; url: string | undefined }> }

export function testDatabase() {
  kept.tavoloDatabase ??= open()
  return kept.tavoloDatabase
}

async function open(): Promise<{ db: Database; url: string | undefined }> {
  return anEmptyDatabase(String(process.pid))
}

/** A database that is migrated and has nothing in it, for a test of what everything together comes to. */
export async function anEmptyDatabase(name: string) {
  const source = inject('database')
  if ('dump' in source) {
    const embedded = await openEmbedded('memory', new Blob([readFileSync(source.dump)]))
    return { db: kyselyOn(embedded.pool), url: undefined, close: embedded.close }
  }
  const copy = `${source.template}_${name}`
  const url = await copied(source.url, source.template, copy)
  const { db, close } = await openDatabase({ url, folder: 'memory' })
  return { db, url, close }
}

/** Copies a database on Postgres under another name, and answers where it is. */
export async function copied(url: string, template: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name} template ${template}`)
  // No test cuts the power: waiting for the disk at each commit is a third of their time.
  await admin.query(`alter database ${name} set synchronous_commit = off`)
  await admin.end()
  return withDatabase(url, name)
}

export const testSettings: Settings = settingsFrom({
  NODE_ENV: 'test',
  SESSION_SECRET: 'a secret that is only for the tests, long enough',
  PUBLIC_URL: 'http://localhost:3000',
  DATA_DIR: 'node_modules/.cache/tavolo/files',
  LOG_LEVEL: 'silent',
  DEMO: '0',
})

/** A ground of one's own, on the worker's database unless given another: an ear that records, a clock that can be set, no limits unless asked. */
export async function aGround(
  more: { settings?: Partial<Settings>; limited?: boolean; db?: Database } = {},
): Promise<TestGround> {
  const db = more.db ?? (await testDatabase()).db
  const told: Grown[] = []
  const ended: string[] = []
  let moment: Date | null = null
  let last = 0
  return {
    db,
    // Two acts of a test are never in one millisecond, nor before each other where the machine's clock is put back.
    now: () => moment ?? new Date((last = Math.max(Date.now(), last + 1))),
    get pretendsNow() {
      return moment !== null
    },
    setNow: (given) => {
      moment = given
    },
    ring: (grown) => void told.push(...grown),
    endSessions: (sessionIds) => void ended.push(...sessionIds),
    limits: more.limited
      ? limitsOn(undefined, more.settings?.pagesAMinute ?? testSettings.pagesAMinute)
      : noLimits,
    settings: { ...testSettings, ...more.settings },
    log: pino({ level: 'silent' }),
    told,
    ended,
  }
}
