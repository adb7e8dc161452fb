import type { Database } from '#db/database.ts'
import type { Turnout } from './contract.ts'
import { countTurnout } from './records.ts'
import { inSteps } from './words.ts'

const keptFor = 1000

// One count a second for each ballot and node, however many watch: counting costs more the more have voted.
const counted = new WeakMap<Database, Map<string, { at: number; turnout: Promise<Turnout> }>>()

/** How many have voted, in steps and at most a second old. How they voted is nobody's to know before the close. */
export function turnoutOf(db: Database, ballotId: string): Promise<Turnout> {
  const ballots = counted.get(db) ?? new Map<string, { at: number; turnout: Promise<Turnout> }>()
  counted.set(db, ballots)
  const at = performance.now()
  const known = ballots.get(ballotId)
  if (known && at - known.at < keptFor) return known.turnout
  for (const [id, each] of ballots) if (at - each.at >= keptFor) ballots.delete(id)
  const turnout = countTurnout(db, ballotId).then(({ seat, person }) => ({
    seat: inSteps(seat),
    person: inSteps(person),
  }))
  ballots.set(ballotId, { at, turnout })
  turnout.catch(() => ballots.delete(ballotId))
  return turnout
}
