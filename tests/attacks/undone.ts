import type { Database, Trx } from '#db/database.ts'

/**
 * The same database, where whatever a transaction did is undone when it has answered: an act can be asked whether it would.
 * What it did can be looked at before.
 */
export function undone(db: Database, look: Run = async () => undefined): Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute: (run: Run) => executed(target, run, look) })
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

type Run = (trx: Trx) => Promise<unknown>

async function executed(db: Database, run: Run, look: Run): Promise<unknown> {
  let answer: unknown
  const isUndone = new Error('undone')
  const wholly = db.transaction().execute(async (trx) => {
    answer = await run(trx)
    await look(trx)
    throw isUndone
  })
  await wholly.catch((thrown: unknown) => {
    if (thrown !== isUndone) throw thrown
  })
  return answer
}
