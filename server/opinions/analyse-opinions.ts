import type { Ground } from '../ground.ts'
import { takeChanged } from './changed.ts'
import * as records from './records-results.ts'
import { runWorker } from './run-worker.ts'
import { fewestInGroup } from './words.ts'

/**
 * Analyses a consultation's answers anew. What is shown changes only once five people have answered since (or nothing was
 * shown yet): figures that followed each answer would tell what the last person said.
 */
export async function analyseOpinions(
  ground: Pick<Ground, 'db' | 'now'>,
  consultationId: string,
): Promise<void> {
  const { db } = ground
  // Taken before the answers are read: whatever comes in meanwhile is newer, and counted the next time.
  const now = ground.now()
  const statements = await records.findStatementsToAnalyse(db, consultationId)
  if (statements.length === 0) return
  const before = await records.findResults(db, consultationId)
  const { starts, answers } = await records.readAnswers(db, consultationId)
  const many = answers.length
  const numbers = statements.map(({ number }) => number)
  const analysed = await runWorker({
    numbers,
    refused: statements.filter(({ state }) => state === 'rejected').map(({ number }) => number),
    meta: statements.filter(({ isMeta }) => isMeta).map(({ number }) => number),
    starts,
    answers,
    before: before?.frame ?? {},
  })
  const publish =
    !before?.publishedAt ||
    !before.published ||
    (await records.countChanged(db, consultationId, before.publishedAt)) >= fewestInGroup
  await db
    .transaction()
    .execute((trx) =>
      records.keepResults(trx, { ...analysed, consultationId, numbers, answers: many, now, publish }),
    )
}

/** Analysing takes at most one part in twenty of the time: after a long one the next waits longer. */
const restTimes = 19
const restingUntil = new WeakMap<Ground['db'], number>()

/** What this node has seen change since the last time; asked for every few seconds, never twice at once. */
export async function analyseChanged(ground: Ground): Promise<void> {
  const began = performance.now()
  if (began < (restingUntil.get(ground.db) ?? 0)) return
  for (const consultationId of takeChanged(ground)) await analyseOpinions(ground, consultationId)
  const ended = performance.now()
  restingUntil.set(ground.db, ended + restTimes * (ended - began))
}

/** Whether answers were taken by a node that is gone, so that no analysis has seen them. */
export async function isAnyForgotten(ground: Ground): Promise<boolean> {
  return (await records.listForgotten(ground.db, ground.now())).length > 0
}

export async function analyseForgotten(ground: Ground): Promise<void> {
  for (const consultationId of await records.listForgotten(ground.db, ground.now()))
    await analyseOpinions(ground, consultationId)
}
