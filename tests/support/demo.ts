import { readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { kyselyOn, openDatabase, type Database } from '#db/database.ts'
import { openEmbedded } from '#db/embedded.ts'
import { fillDemo } from '#server/demo/fill-demo.ts'
import type { Persona } from '#server/people/words.ts'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { aGround, type TestGround } from './ground.ts'
import { withDatabase } from './global-setup.ts'

export type TestDemo = { ground: TestGround; cookieOf(persona: Persona): Promise<string> }

// One filled demo for a worker: it takes as long as all the tests of an act.
const kept = globalThis as { tavoloDemo?: Promise<TestDemo> }

/** The demo, filled into a database of its own. Read it; a test that changes it changes it for the next one. */
export function theDemo(): Promise<TestDemo> {
  kept.tavoloDemo ??= open()
  return kept.tavoloDemo
}

async function open(): Promise<TestDemo> {
  const db = await aDatabase()
  const ground: TestGround = {
    ...(await aGround({ settings: { demo: true } })),
    db,
    now: () => new Date(),
    pretendsNow: false,
  }
  await fillDemo(ground)
  const cookies = new Map<Persona, string>()
  return {
    ground,
    cookieOf: async (persona) => {
      const known = cookies.get(persona)
      if (known) return known
      const token = newToken()
      const { id } = await db
        .selectFrom('people')
        .where('persona', '=', persona)
        .select('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('sessions')
        .values({ personId: id, tokenHash: hashToken(token), expiresAt: new Date(Date.now() + 86_400_000) })
        .execute()
      const cookie = `__Host-tavolo=${token}`
      cookies.set(persona, cookie)
      return cookie
    },
  }
}

async function aDatabase(): Promise<Database> {
  const source = inject('database')
  if ('dump' in source) {
    const embedded = await openEmbedded('memory', new Blob([readFileSync(source.dump)]))
    return kyselyOn(embedded.pool)
  }
  const name = `${source.template}_demo_${process.pid}`
  const admin = new pg.Client({ connectionString: source.url })
  await admin.connect()
  await admin.query(`create database ${name} template ${source.template}`)
  await admin.end()
  return (await openDatabase({ url: withDatabase(source.url, name), folder: 'memory' })).db
}
