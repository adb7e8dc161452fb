import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { type OfficersShown, ShowOfficers } from './contract.ts'
import { findTableName, listOfficers } from './records-shown.ts'
import { officesGivenBy } from './rules.ts'

/** Who holds which office, for who gives and takes them. */
export const showOfficers = query(
  ShowOfficers,
  async ({ db, actor, now }, { tableId }): Promise<OfficersShown> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const table = await findTableName(db, tableId)
    if (!table) throw new Refusal('unseen', 'table')
    const given = officesGivenBy(actor, await powersAt(db, actor, { tableId }, now))
    if (given.length === 0) throw new Refusal('forbidden', 'office-not-yours-to-give')
    return {
      table: saidIn(table.name, actor.language),
      officers: await listOfficers(db, tableId),
      offices: given,
    }
  },
)
