import { canonical, sha256 } from '../canonical.ts'
import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { isQuorate } from '../decisions/index.ts'
import { quorumOf } from '../floor/index.ts'
import { holdMeeting } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { ApproveMinutes } from './contract.ts'
import { gatherContent } from './gather-content.ts'
import { holdMinutes } from './hold-minutes.ts'
import * as records from './records.ts'
import { approvesIn, mayApprove, mayPreside } from './rules.ts'

/**
 * A later meeting of the table approves the minutes: they get the year's next number of their table, are sealed, and never
 * change again.
 */
export const approveMinutes = command(
  ApproveMinutes,
  async ({ trx, actor, now, announce }, { meetingId, inMeetingId }) => {
    const { meeting, minutes } = await holdMinutes(trx, actor, meetingId)
    insist(mayPreside(await powersAt(trx, actor, { tableId: meeting.tableId }, now)))
    const approved = await records.findApproved(trx, meetingId)
    if (approved?.approvedIn === inMeetingId)
      return { meetingId, number: approved.number, year: approved.year, sha256: approved.sha256 }
    const later = await holdMeeting(trx, actor, inMeetingId)
    const openedAt = await records.findOpenedAt(trx, inMeetingId)
    insist(approvesIn(minutes, { ...later, openedAt }))
    insist(mayApprove(minutes, now))
    insist(isQuorate(await quorumOf(trx, inMeetingId, now)))

    await records.holdNumbering(trx, meeting.tableId)
    const year = Number(romeDay(minutes.openedAt ?? now).slice(0, 4))
    const number = await records.nextNumber(trx, meeting.tableId, year)
    const gathered = await gatherContent(trx, meetingId)
    const bytes = canonical({ ...gathered, number, year, approvedOn: romeDay(now) })
    const seal = sha256(bytes)
    await records.keepMinutes(trx, {
      meetingId,
      tableId: meeting.tableId,
      year,
      number,
      canonical: bytes,
      sha256: seal,
      approvedIn: inMeetingId,
      approvedBy: actor.id,
      approvedAt: now,
    })
    await announce({
      streamId: meeting.roomId,
      name: 'minutes-approved',
      about: meetingId,
      body: { year, number },
    })
    return { meetingId, number, year, sha256: seal }
  },
)
