import { saidIn } from '../by-language.ts'
import type { Powers } from '../consultations/contract.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { ShowNeedToEdit, type NeedToEdit } from './contract.ts'
import { listRegions } from './records-places.ts'
import { showNeed } from './records-show.ts'
import { mayEdit } from './rules.ts'

/** A need in the form it was written in, for whoever may change it. */
export const showNeedToEdit = query(
  ShowNeedToEdit,
  async ({ db, actor, now }, { needId }): Promise<NeedToEdit> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const need = await showNeed(db, actor, needId, now)
    const powers: Powers = {
      offices: [],
      seats: [],
      representsOrganisations: need.mine,
      isAnsweringBody: false,
    }
    insist(mayEdit(need, powers, actor))
    return {
      id: need.id,
      consultation: { ...saidIn(need.consultationTitle, actor.language), id: need.consultationId },
      regions: await listRegions(db),
      fields: {
        title: need.title,
        document: need.document,
        language: need.language,
        regionCode: need.regionCode,
        place: need.territoryCode === need.regionCode ? '' : need.territoryName,
        territoryCode: need.territoryCode,
        areas: need.areas,
        concerns: need.concerns,
        urgency: need.urgency,
        since: need.since?.slice(0, 7) ?? '',
        tried: need.tried,
      },
    }
  },
)
