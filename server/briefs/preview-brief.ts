import { powersAt, seeConsultation } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { PreviewBrief, type BriefPreviewed } from './contract.ts'
import { gatherContent } from './gather-content.ts'
import { inWords } from './in-words.ts'
import { findNewest } from './records.ts'
import { mayPreview, mayPublish } from './rules.ts'

/** What a brief published now would say. */
export const previewBrief = query(
  PreviewBrief,
  async ({ db, actor, now }, { consultationId }): Promise<BriefPreviewed> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const consultation = await seeConsultation(db, actor, consultationId, now)
    const { offices } = await powersAt(db, actor, { tableId: consultation.tableId }, now)
    insist(mayPreview(offices))
    const before = await findNewest(db, consultationId)
    const content = await gatherContent(db, consultationId, now, before?.content ?? null)
    return {
      content,
      ...inWords(content, actor.language),
      mayPublish: mayPublish(offices, content.figures.needs) === true,
    }
  },
)
