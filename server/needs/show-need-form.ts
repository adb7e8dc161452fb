import { mayTakePart, powersAt, seeConsultation } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowNeedForm, type NeedForm } from './contract.ts'
import { findDraft } from './records-drafts.ts'
import { findWhere, listRegions } from './records-places.ts'
import { mayPost } from './rules.ts'

/** What the form of a new need is made of; an unfinished one goes on where it was left. */
export const showNeedForm = query(
  ShowNeedForm,
  async ({ db, actor, now }, { consultationId, draft }): Promise<NeedForm> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const consultation = await seeConsultation(db, actor, consultationId, now)
    const powers = await powersAt(db, actor, { consultationId }, now)
    const verdict = [mayPost(consultation), mayTakePart(consultation, powers, actor)].find(
      (each) => each !== true,
    )
    const kept = draft
      ? await findDraft(db, { authorId: actor.id, clientId: draft }, consultationId)
      : undefined
    const where = consultation.territoryCode ? await findWhere(db, consultation.territoryCode) : undefined
    if (draft && !kept) throw new Refusal('unseen', 'need-draft')
    return {
      consultation: { ...consultation.title, id: consultation.id, participation: consultation.participation },
      closed: verdict instanceof Refusal ? verdict.reason : null,
      organisations: powers.representsOrganisations,
      regions: await listRegions(db),
      regionCode: where?.regionCode ?? null,
      clientId: draft ?? crypto.randomUUID(),
      draft: kept ?? null,
    }
  },
)
