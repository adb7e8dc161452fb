import type { Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { Powers } from './contract.ts'
import { findPowers } from './records-powers.ts'

const none: Powers = { offices: [], seats: [], representsOrganisations: [], isAnsweringBody: false }

/** What a person may do at a table, or in a consultation of it, on the day of `now`: one query, none for a guest. */
export async function powersAt(
  db: Reader,
  actor: Actor,
  at: { tableId: string } | { consultationId: string },
  now: Date,
): Promise<Powers> {
  return actor.kind === 'guest' ? none : findPowers(db, actor.id, at, romeDay(now))
}
