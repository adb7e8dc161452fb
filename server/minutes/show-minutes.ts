import { powersAt } from '../consultations/index.ts'
import { saidIn } from '../by-language.ts'
import { organisationsOfSeats } from '../decisions/index.ts'
import type { Language } from '../ground.ts'
import { query } from '../query.ts'
import { ShowMinutes, type MinutesContent, type MinutesInWords, type MinutesShown } from './contract.ts'
import { gatherContent } from './gather-content.ts'
import { seeMinutes } from './hold-minutes.ts'
import { findApproved, findMeetingToApproveIn } from './records.ts'
import { correctableUntil, mayApprove, mayCorrect, mayPreside, stateAt } from './rules.ts'

/** The minutes of a meeting: while it runs, while seats may correct them, and as they were approved. */
export const showMinutes = query(
  ShowMinutes,
  async ({ db, actor, now }, { meetingId }): Promise<MinutesShown> => {
    const { meeting, minutes } = await seeMinutes(db, actor, meetingId)
    const approved = await findApproved(db, meetingId)
    const content = approved
      ? (JSON.parse(approved.canonical) as MinutesContent)
      : await gatherContent(db, meetingId)
    const powers = await powersAt(db, actor, { tableId: meeting.tableId }, now)
    const isChair = mayPreside(powers) === true
    const { closedAt, tableId } = minutes
    const mayBeApproved = isChair && closedAt !== null && mayApprove(minutes, now) === true
    const later = mayBeApproved ? await findMeetingToApproveIn(db, actor, { tableId, closedAt }) : undefined
    return {
      content,
      ...inWords(content, actor.language),
      state: stateAt(minutes, now),
      roomId: meeting.roomId,
      correctableUntil: closedAt && correctableUntil(closedAt),
      sha256: approved?.sha256 ?? null,
      approvedAt: approved?.approvedAt ?? null,
      mySeats: await organisationsOfSeats(db, powers.seats),
      may: {
        correct: powers.seats.length > 0 && mayCorrect(minutes, now) === true,
        settle: isChair && !minutes.isApproved,
        approveIn: later ?? null,
      },
    }
  },
)

function inWords({ meeting, table, consultation }: MinutesContent, language: Language): MinutesInWords {
  return {
    title: saidIn(meeting.title, language),
    table: saidIn(table.name, language),
    consultation: saidIn(consultation.title, language),
  }
}
