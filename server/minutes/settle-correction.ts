import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { SettleCorrection } from './contract.ts'
import { holdMinutes, meetingOfCorrection } from './hold-minutes.ts'
import { findCorrection, keepSettled } from './records.ts'
import { mayPreside, maySettle } from './rules.ts'

/** The chair accepts or declines a correction, with the reason. Both wordings stay in the minutes. */
export const settleCorrection = command(
  SettleCorrection,
  async ({ trx, actor, now, announce }, { correctionId, isAccepted, reason }) => {
    const meetingId = await meetingOfCorrection(trx, correctionId)
    const { meeting, minutes } = await holdMinutes(trx, actor, meetingId)
    insist(mayPreside(await powersAt(trx, actor, { tableId: meeting.tableId }, now)))
    const correction = await findCorrection(trx, correctionId)
    const wish = isAccepted === 'yes'
    // The same answer sent again is not a second one.
    if (correction.isAccepted === wish && correction.reason === reason) return { correctionId, meetingId }
    insist(maySettle(correction, minutes))
    await keepSettled(trx, correctionId, {
      isAccepted: wish,
      reason,
      reasonLanguage: actor.language,
      settledBy: actor.id,
      settledAt: now,
    })
    await announce({
      streamId: meeting.roomId,
      name: 'correction-settled',
      about: correctionId,
      body: { meetingId, outcome: wish ? 'accepted' : 'declined' },
    })
    return { correctionId, meetingId }
  },
)
