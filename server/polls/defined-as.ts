import type { Database } from '#db/database.ts'
import type { Person } from '../ground.ts'
import { findPoll, type PollHeld } from './records.ts'

export type Defined = Pick<PollHeld, 'kind' | 'tier' | 'options' | 'rules'>

const most = 200
/** By poll: what the database itself lets nobody change, so that no paper asks for it again. */
const known = new Map<string, Defined>()

/** How papers of a poll are filled in. Whether this person may see it is for the statement that keeps the paper. */
export async function definedAs(db: Database, actor: Person, pollId: string): Promise<Defined | undefined> {
  const before = known.get(pollId)
  if (before) return before
  const found = await findPoll(db, actor, pollId, 'none')
  if (!found) return undefined
  const { kind, tier, options, rules } = found
  const defined = { kind, tier, options, rules }
  if (known.size >= most) known.clear()
  known.set(pollId, defined)
  return defined
}
