import { mayTakePart, powersAt, seeConsultation } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { acceptNeed } from './accept-need.ts'
import { PostNeed, type NeedChecked } from './contract.ts'
import { listSimilar } from './records-similar.ts'
import { mayPost, speaksFor } from './rules.ts'

/** Reads a need before it is sent: whether it could be posted as it is, and which needs say much the same. */
export const checkNeed = query(PostNeed, async ({ db, actor, now }, asked): Promise<NeedChecked> => {
  const consultation = await seeConsultation(db, actor, asked.consultationId, now)
  const powers = await powersAt(db, actor, { consultationId: consultation.id }, now)
  insist(mayTakePart(consultation, powers, actor))
  insist(mayPost(consultation))
  speaksFor(consultation, powers, asked.organisationId)
  const { title, plain } = await acceptNeed(db, asked, now)
  return { similar: await listSimilar(db, actor, { consultationId: consultation.id, title, text: plain }) }
})
