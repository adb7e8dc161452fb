import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/**
 * Postgres in this process (PGlite), spoken to by the same `pg` driver as a real one.
 * It has one connection: inside a transaction everything must go through that transaction.
 */
export async function openEmbedded(
  folder: string,
  dump?: Blob,
): Promise<{ pool: pg.Pool; dump: () => Promise<Blob>; close: () => Promise<void> }> {
  const unlock = folder === 'memory' ? () => {} : lockFolder(folder)
  // Imported here so that a process on real Postgres never loads 20 MB of WASM.
  const [{ PGlite }, { createPgConfig }, { unaccent }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
    import('@electric-sql/pglite/contrib/unaccent'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ])
  const pglite = await PGlite.create({
    ...(folder === 'memory' ? {} : { dataDir: join(folder, 'postgres') }),
    ...(dump ? { loadDataDir: dump } : {}),
    extensions: { unaccent, pg_trgm },
  })
  await pglite.exec("set time zone 'UTC'")
  const pool = new pg.Pool(createPgConfig(inOneGo(pglite)))
  return {
    pool,
    dump: () => pglite.dumpDataDir('none'),
    close: async () => {
      await pool.end()
      await pglite.close()
      unlock()
    },
  }
}

/**
 * What the driver says in five messages is sent in one: each sending costs the embedded Postgres more than most statements. Until
 * it is asked to answer (by a sync, or a statement without values) it would say nothing of them anyway.
 */
function inOneGo(pglite: PGlite): PGlite {
  const waiting: Uint8Array[] = []
  const later = new Set(['P', 'B', 'D', 'E', 'C'])
  const execProtocolStream: PGlite['execProtocolStream'] = async (message, options) => {
    waiting.push(message)
    if (later.has(String.fromCharCode(message[0] ?? 0))) return []
    return pglite.execProtocolStream(Buffer.concat(waiting.splice(0)), options)
  }
  // The driver asks for nothing else of it.
  return { waitReady: pglite.waitReady, execProtocolStream } as PGlite
}

/** A second process on the same folder would corrupt it, so the first one leaves its number at the door. */
function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'postgres.lock')
  const take = () => {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
  }
  try {
    take()
  } catch {
    const owner = Number(readFileSync(path, 'utf8'))
    if (isAlive(owner)) {
      throw new Error(
        `The embedded database in ${folder} is in use by process ${owner}. Stop it, choose another DATA_DIR, or set DATABASE_URL to run several processes.`,
      )
    }
    rmSync(path)
    take()
  }
  return () => rmSync(path, { force: true })
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
