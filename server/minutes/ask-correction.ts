import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { AskCorrection } from './contract.ts'
import { holdMinutes } from './hold-minutes.ts'
import { findAsked, keepCorrection, listItemIds } from './records.ts'
import { isChange, isPassage, mayCorrect, speaksForSeat } from './rules.ts'

/** A seat says what a passage of the draft says and what it should say. Everybody sees it beside the passage. */
export const askCorrection = command(
  AskCorrection,
  async ({ trx, actor, now, announce }, { clientId, ...asked }) => {
    const { meeting, minutes } = await holdMinutes(trx, actor, asked.meetingId)
    const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
    insist(speaksForSeat(seats, asked.seatId))
    const before = await findAsked(trx, actor.id, clientId)
    if (before) return { correctionId: before.id, meetingId: asked.meetingId }
    insist(mayCorrect(minutes, now))
    insist(isPassage(asked, await listItemIds(trx, asked.meetingId)))
    insist(isChange(asked))
    const correctionId = await keepCorrection(trx, {
      ...asked,
      itemId: asked.itemId ?? null,
      askedBy: actor.id,
      askedAt: now,
      clientId: clientId ?? null,
    })
    await announce({
      streamId: meeting.roomId,
      name: 'correction-asked',
      about: correctionId,
      body: { meetingId: asked.meetingId },
    })
    return { correctionId, meetingId: asked.meetingId }
  },
)
