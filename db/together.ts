import type { PostgresPool, PostgresPoolClient } from 'kysely'

type Turn = { client: Promise<PostgresPoolClient>; asking: number }

/**
 * Statements that are asked in one turn of the process, as a page asks its own, follow one another on one connection: each on
 * one of its own wakes one more process of Postgres, which costs more than most statements. The pool's connections must take a
 * statement before the last was answered (`pipeline`).
 *
 * What begins with a statement without values has a connection of its own until it is released: transactions do, and locks.
 */
export function together(pool: PostgresPool): PostgresPool {
  let turn: Turn | undefined
  const begun = (): Turn => {
    process.nextTick(() => (turn = undefined))
    return { client: pool.connect(), asking: 0 }
  }
  const ask = async (text: string, parameters: readonly unknown[]) => {
    const ours = (turn ??= begun())
    ours.asking += 1
    const client = await ours.client
    try {
      return await client.query(text, parameters)
    } finally {
      ours.asking -= 1
      if (ours.asking === 0) client.release()
    }
  }
  const connect = async (): Promise<PostgresPoolClient> => {
    let own: PostgresPoolClient | undefined
    const query = async (text: string, parameters: readonly unknown[]) => {
      if (!own && parameters.length > 0) return ask(text, parameters)
      own ??= await pool.connect()
      return own.query(text, parameters)
    }
    return { query: query as PostgresPoolClient['query'], release: () => own?.release() }
  }
  return { connect, end: () => pool.end() }
}
