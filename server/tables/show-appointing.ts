import { saidIn } from '../by-language.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { type AppointingShown, ShowAppointing } from './contract.ts'
import { findTableName, listMembersOf, listVerifiedOrganisations } from './records-shown.ts'

/** What the form for a new seat needs: which organisations there are, and who belongs to the one chosen. */
export const showAppointing = query(
  ShowAppointing,
  async ({ db, actor, now }, { tableId, organisationId }): Promise<AppointingShown> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const table = await findTableName(db, tableId)
    if (!table) throw new Refusal('unseen', 'table')
    insist(mayLead(await powersAt(db, actor, { tableId }, now)))
    return {
      table: saidIn(table.name, actor.language),
      today: romeDay(now),
      organisations: await listVerifiedOrganisations(db),
      people: organisationId === undefined ? [] : await listMembersOf(db, organisationId),
    }
  },
)
