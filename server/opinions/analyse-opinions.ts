import type { Ground } from '../ground.ts'
import { onThread } from '../on-thread.ts'
import type { Analysed, VotesToAnalyse } from './analyse-votes.ts'
import { changed, takeChanged } from './changed.ts'
import * as records from './records-results.ts'
import { fewestOf } from './words.ts'

/**
 * Analyses a consultation's answers anew. What is shown changes only once five people have answered otherwise than it was
 * made from (or nothing was shown yet): figures that followed each answer would tell what the last person said.
 */
export async function analyseOpinions(
  ground: Pick<Ground, 'db' | 'now'>,
  consultationId: string,
): Promise<void> {
  const { db } = ground
  // Taken before the answers are read: whatever comes in meanwhile is newer, and counted the next time.
  const now = ground.now()
  const read = await records.readInput(db, consultationId)
  if (!read) return
  const { statements, starts, answers, isSensitive, before, released } = read
  const analysed = await onThread<Analysed>('server/opinions/analysis-worker', {
    statements,
    starts,
    answers,
    fewest: fewestOf(isSensitive),
    before: before?.frame ?? {},
    released,
  } satisfies VotesToAnalyse)
  const isKept = await db.transaction().execute(async (trx) => {
    // Another node may have read other answers meanwhile. Two releases from the same one before, a person apart, would tell of
    // that person; and who read first may keep last.
    if (!(await records.isStillNewest(trx, consultationId, before))) return false
    await records.keepResults(trx, { ...analysed, consultationId, statements, starts, answers, now })
    return true
  })
  if (!isKept) changed(ground, consultationId)
}

/** Analysing takes at most one part in twenty of the time: after a long one the next waits longer. */
const restTimes = 19
const restingUntil = new WeakMap<Ground, number>()

/** What this node has seen change since the last time; asked for every few seconds, never twice at once. */
export async function analyseChanged(ground: Ground): Promise<void> {
  const began = performance.now()
  if (began < (restingUntil.get(ground) ?? 0)) return
  await analyseEach(ground, takeChanged(ground))
  const ended = performance.now()
  restingUntil.set(ground, ended + restTimes * (ended - began))
}

/** Whether answers or decisions were taken by a node that is gone, so that no analysis has seen them. */
export async function isAnyForgotten(ground: Ground): Promise<boolean> {
  return (await records.listForgotten(ground.db, ground.now())).length > 0
}

export async function analyseForgotten(ground: Ground): Promise<void> {
  await analyseEach(ground, await records.listForgotten(ground.db, ground.now()))
}

/** One that cannot be analysed is marked again, and holds none of the others up. */
async function analyseEach(ground: Ground, consultationIds: readonly string[]): Promise<void> {
  const failed: unknown[] = []
  for (const consultationId of consultationIds)
    await analyseOpinions(ground, consultationId).catch((error: unknown) => {
      changed(ground, consultationId)
      failed.push(error)
    })
  if (failed.length > 0) throw failed[0]
}
