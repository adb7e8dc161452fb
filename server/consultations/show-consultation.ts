import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { type ConsultationShown, ShowConsultation } from './contract.ts'
import { powersAt } from './powers.ts'
import { findShown } from './records-shown.ts'
import { leadsTable, mayPostNeed, mayTakePart } from './rules.ts'

/** A consultation and what this person may do in it. */
export const showConsultation = query(
  ShowConsultation,
  async ({ db, actor, now }, { consultationId }): Promise<ConsultationShown> => {
    const found = await findShown(db, actor, consultationId, romeDay(now), now)
    if (!found) throw new Refusal('unseen', 'consultation')
    const powers = await powersAt(db, actor, { tableId: found.tableId }, now)
    const { tableId, tableName, territoryCode, territory, answeringId, answeringName, ...shown } = found
    return {
      ...shown,
      title: saidIn(found.title, actor.language),
      summary: saidIn(found.summary, actor.language),
      goal: saidIn(found.goal, actor.language),
      table: { id: tableId, name: saidIn(tableName, actor.language), territoryCode, territory },
      answering: { id: answeringId, name: answeringName },
      may: {
        takePart: mayTakePart(found, powers, actor) === true,
        postNeed: mayPostNeed(found, powers, actor) === true,
        lead: leadsTable(powers),
        admit: leadsTable(powers) && found.visibility === 'members',
      },
    }
  },
)
