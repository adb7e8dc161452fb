import { command } from '../command.ts'
import { holdMeetingToRun } from '../meetings/index.ts'
import { Refusal } from '../refusal.ts'
import { CloseCheck } from './contract.ts'
import { findCheck, keepCheckClosed } from './records.ts'

/** The chair ends a check before its time. Ended twice, it is ended once. */
export const closeCheck = command(
  CloseCheck,
  async ({ trx, actor, now, announce }, { meetingId, checkId }) => {
    const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
    const check = await findCheck(trx, meetingId, checkId, 'change')
    if (!check) throw new Refusal('unseen', 'check')
    if (check.closedAt === null) {
      await keepCheckClosed(trx, checkId, check.closesAt < now ? check.closesAt : now)
      await announce({ streamId: meeting.roomId, name: 'check-closed', about: checkId, body: { meetingId } })
    }
    return { roomId: meeting.roomId }
  },
)
