import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { type OpeningShown, ShowOpening } from './contract.ts'
import { powersAt } from './powers.ts'
import { findTableToOpenAt } from './records-shown.ts'
import { mayLead } from './rules.ts'

/** What the form for a new consultation needs to know of its table. */
export const showOpening = query(
  ShowOpening,
  async ({ db, actor, now }, { tableId }): Promise<OpeningShown> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const found = await findTableToOpenAt(db, tableId)
    if (!found) throw new Refusal('unseen', 'table')
    insist(mayLead(await powersAt(db, actor, { tableId }, now)))
    return { table: saidIn(found.name, actor.language), bodies: found.bodies, today: romeDay(now) }
  },
)
