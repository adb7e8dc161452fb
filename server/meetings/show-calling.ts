import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { type CallingShown, ShowCalling } from './contract.ts'
import { findCalling } from './records-shown.ts'
import { mayRun } from './rules.ts'

/** What the form that calls a meeting needs: the table, and the consultations in whose rooms it may sit. */
export const showCalling = query(
  ShowCalling,
  async ({ db, actor, now }, { tableId }): Promise<CallingShown> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const found = await findCalling(db, actor, tableId)
    if (!found) throw new Refusal('unseen', 'table')
    insist(mayRun(await powersAt(db, actor, { tableId }, now)))
    return {
      table: saidIn(found.name, actor.language),
      consultations: found.consultations.map(({ id, title }) => ({
        id,
        title: saidIn(title, actor.language),
      })),
    }
  },
)
