import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { kyselyOn, openDatabase } from '#db/database.ts'
import { openEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { projectRoot } from '#db/root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { url: string; template: string } | { dump: string }
    redisUrl: string
  }
}

/** One migrated database to copy from: on TEST_DATABASE_URL where it is set, else embedded, kept until a migration changes. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { TEST_DATABASE_URL: url, TEST_REDIS_URL: redisUrl } = process.env
  project.provide('redisUrl', redisUrl ?? '')
  say(
    url ? `database: ${new URL(url).host}` : 'database: embedded (set TEST_DATABASE_URL to run on Postgres)',
  )
  if (!redisUrl) say('redis: none; the tests that need it are skipped (set TEST_REDIS_URL)')
  if (url) return templateOn(url, project)

  const dump = join(projectRoot(), 'node_modules/.cache/tavolo', `${fingerprint()}.tar`)
  if (!existsSync(dump)) {
    const embedded = await openEmbedded('memory')
    await migrate(kyselyOn(embedded.pool))
    mkdirSync(join(dump, '..'), { recursive: true })
    writeFileSync(dump, Buffer.from(await (await embedded.dump()).arrayBuffer()))
    await embedded.close()
  }
  project.provide('database', { dump })
  return undefined
}

async function templateOn(url: string, project: TestProject): Promise<() => Promise<void>> {
  const template = `tavolo_template_${process.pid}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${template}`)
  const database = await openDatabase({ url: withDatabase(url, template), folder: 'memory' })
  await migrate(database.db)
  await database.close()
  project.provide('database', { url, template })
  return async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select datname as name from pg_database where datname like $1`,
      [`${template}%`],
    )
    for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of ['db/migrations', 'db/seed']) {
    for (const file of readdirSync(join(projectRoot(), folder)).sort()) {
      if (/\.(ts|csv)$/.test(file)) hash.update(readFileSync(join(projectRoot(), folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
