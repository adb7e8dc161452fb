import type { Reader } from '#db/database.ts'
import { shownCounts } from '../briefs/index.ts'
import type { CheckResult, ChecksShown, OpenCheckShown } from './contract.ts'
import { type CheckRow, findOpenCheck, listClosed } from './records.ts'
import { optionsOf } from './rules.ts'
import { fewestPeople } from './words.ts'

export async function readChecks(db: Reader, meetingId: string): Promise<ChecksShown> {
  const open = await findOpenCheck(db, meetingId)
  const [last = null] = await listResults(db, meetingId, 1)
  return { open: open ? openShown(open) : null, last }
}

/** The results of a meeting's checks, the newest first. */
export async function listResults(db: Reader, meetingId: string, most = 200): Promise<CheckResult[]> {
  const closed = await listClosed(db, meetingId, most)
  return closed.map((check) => {
    const counts = optionsOf(check).map((_, choice) => check.chosen[choice] ?? 0)
    return {
      ...checkOf(check),
      closedAt: check.closedAt.toISOString(),
      // A seat is an organisation and answers in the open; people are counted only where they are enough.
      counts: shownCounts(counts, check.unit === 'seat' ? 1 : fewestPeople),
    }
  })
}

function openShown(check: CheckRow): OpenCheckShown {
  const isCountable = check.unit === 'seat' || check.answered >= fewestPeople
  return {
    ...checkOf(check),
    closesAt: check.closesAt.toISOString(),
    answered: isCountable ? check.answered : null,
  }
}

function checkOf({ id, kind, unit, question, language, options }: CheckRow) {
  return { id, kind, unit, question, language, options }
}
