import type { Line } from '../history.ts'
import { checkCanaries, checkLeft, checkStillGuarded } from './beside.ts'
import { readKept, type Breach } from './kept.ts'
import { checkOperations, checkWhileAway } from './operations.ts'
import { checkViews } from './views.ts'

/**
 * Judges a run by what clients wrote down, what the database holds and what was written beside it. Nothing of the
 * server's own code is used, so that a mistake there cannot excuse itself here.
 */
export async function check(run: { lines: Line[]; databaseUrl: string; written: string }): Promise<Breach[]> {
  const kept = await readKept(run.databaseUrl)
  return [
    ...checkOperations(run.lines, kept),
    ...checkWhileAway(run.lines),
    ...checkViews(run.lines, kept),
    ...checkCanaries(run.lines, kept, run.written),
    ...checkLeft(run.lines),
    ...checkStillGuarded(run.lines),
  ]
}
