import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

/**
 * Tells the database's time by its own monotonic count since it last asked, so that a node whose wall clock
 * is wrong, or jumps in the middle of a vote, still opens and closes at the same moment as every other.
 */
export async function databaseClock(
  db: Database,
  everyMilliseconds = 10_000,
): Promise<{ now: () => Date; stop: () => void }> {
  let base = { database: 0, count: 0 }
  const ask = async () => {
    const before = performance.now()
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
    const after = performance.now()
    const row = rows[0]
    // A slow answer says little about the moment it was made; keep the earlier, better one.
    if (row && (base.database === 0 || after - before < 100))
      base = { database: row.now.getTime(), count: (before + after) / 2 }
  }
  await ask()
  const timer = setInterval(() => void ask().catch(() => {}), everyMilliseconds)
  timer.unref()
  return {
    now: () => new Date(base.database + (performance.now() - base.count)),
    stop: () => clearInterval(timer),
  }
}
