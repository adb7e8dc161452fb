import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { kyselyOn, openDatabase, type Database } from '#db/database.ts'
import { openEmbedded } from '#db/embedded.ts'
import { fillDemo } from '#server/demo/fill-demo.ts'
import type { Persona } from '#server/people/words.ts'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { aGround, copied, type TestGround } from './ground.ts'

export type TestDemo = {
  ground: TestGround
  cookieOf(persona: Persona): Promise<string>
  close(): Promise<void>
}

type Filled = { copy(): Promise<{ db: Database; close: () => Promise<void> }> }

// Filled once for a worker: it takes as long as all the tests of an act.
const kept = globalThis as { tavoloFilled?: Promise<Filled>; tavoloDemo?: Promise<TestDemo> }

/** The demo, to be read; a test that changes it changes it for the next one. */
export function theDemo(): Promise<TestDemo> {
  kept.tavoloDemo ??= aDemo()
  return kept.tavoloDemo
}

/** A demo of one's own, to be changed and closed. */
export async function aDemo(): Promise<TestDemo> {
  kept.tavoloFilled ??= filled()
  const { db, close } = await (await kept.tavoloFilled).copy()
  const ground = await groundOf(db)
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
    close,
  }
}

async function groundOf(db: Database): Promise<TestGround> {
  const ground = await aGround({ settings: { demo: true }, db })
  return { ...ground, now: () => new Date(), pretendsNow: false }
}

/** The demo, filled into a database that nobody is shown, and copied for each who asks. */
async function filled(): Promise<Filled> {
  const source = inject('database')
  if ('dump' in source) {
    const embedded = await openEmbedded('memory', new Blob([readFileSync(source.dump)]))
    await fillDemo(await groundOf(kyselyOn(embedded.pool)))
    const dump = await embedded.dump()
    await embedded.close()
    return {
      copy: async () => {
        const { pool, close } = await openEmbedded('memory', dump)
        return { db: kyselyOn(pool), close }
      },
    }
  }
  const name = `${source.template}_demo_${process.pid}`
  const opened = await openDatabase({
    url: await copied(source.url, source.template, name),
    folder: 'memory',
  })
  await fillDemo(await groundOf(opened.db))
  await opened.close()
  let copies = 0
  return {
    copy: async () => {
      copies += 1
      const url = await copied(source.url, name, `${name}_${copies}`)
      return openDatabase({ url, folder: 'memory' })
    },
  }
}
