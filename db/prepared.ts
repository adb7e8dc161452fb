import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

// Postgres keeps the plans of each connection, some tens of kilobytes apiece. What the pages ask fits; all lists of all lengths do not.
const mostOnOneConnection = 1_000

/** The pool's connections, each with its statements prepared under a name: Postgres reads and plans them once, not each time. */
export function preparing(pool: Pick<pg.Pool, 'connect' | 'end'>): PostgresPool {
  const prepared = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const known = prepared.get(client) ?? preparingOn(client)
      prepared.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function preparingOn(client: pg.PoolClient): PostgresPoolClient {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostOnOneConnection) return known
    const name = createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return name
  }
  const query = async (text: string, parameters: readonly unknown[]) => {
    const values = [...parameters]
    // Nothing that changes tables or turns transactions takes values, so without any it is sent as it is.
    const name = values.length > 0 ? nameOf(text) : undefined
    return client.query(name === undefined ? { text, values } : { text, values, name })
  }
  // Kysely asks for a cursor in the same words; the dialect is given none, so only statements come here.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
}
