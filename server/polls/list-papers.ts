import type { Reader } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
import type { Counted } from './as-election.ts'
import { listNamedPapers } from './records.ts'
import { listBoxed } from './records-box.ts'
import type { Tier } from './words.ts'

/** All papers of one unit, from where their tier keeps them, without who or when. */
export function listPapers(db: Reader, poll: { id: string; tier: Tier }, unit: Unit): Promise<Counted[]> {
  return poll.tier === 'open' ? listNamedPapers(db, poll.id, unit) : listBoxed(db, poll.id, unit)
}
