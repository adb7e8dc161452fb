import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowCorrection, type CorrectionShown } from './contract.ts'
import { gatherContent } from './gather-content.ts'
import { meetingOfCorrection, seeMinutes } from './hold-minutes.ts'
import { mayPreside, maySettle } from './rules.ts'

/** One correction, for the chair to answer and for whoever was told of it. */
export const showCorrection = query(
  ShowCorrection,
  async ({ db, actor, now }, { correctionId }): Promise<CorrectionShown> => {
    const meetingId = await meetingOfCorrection(db, correctionId)
    const { meeting: held, minutes } = await seeMinutes(db, actor, meetingId)
    const powers = await powersAt(db, actor, { tableId: held.tableId }, now)
    const { meeting, items, corrections } = await gatherContent(db, meetingId)
    const correction = corrections.find(({ id }) => id === correctionId)
    if (!correction) throw new Refusal('unseen', 'minutes')
    const item = items.find(({ id }) => id === correction.itemId)
    return {
      ...correction,
      meeting: { id: meeting.id, number: meeting.number, title: saidIn(meeting.title, actor.language) },
      item: item ? { text: item.title, language: item.language } : null,
      maySettle: mayPreside(powers) === true && maySettle(correction, minutes) === true,
    }
  },
)
