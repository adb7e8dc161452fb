import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { findPresent } from '../floor/index.ts'
import { mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { SupportMotion } from './contract.ts'
import { holdMotion } from './hold-motion.ts'
import { keepSupport } from './records.ts'
import { maySpeakForSeat, maySupport } from './rules.ts'

/** A seat that is present stands behind a motion of another, once. */
export const supportMotion = command(
  SupportMotion,
  async ({ trx, actor, now, announce }, { motionId, seatId }) => {
    const { meeting, motion } = await holdMotion(trx, actor, motionId)
    insist(mustBeOpen(meeting))
    const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
    insist(maySpeakForSeat(seats, seatId, await findPresent(trx, meeting.id, seatId), actor.id))
    insist(maySupport(motion, seatId))
    const isNew = await keepSupport(trx, { motionId, seatId, supportedBy: actor.id, supportedAt: now })
    if (isNew)
      await announce({
        streamId: meeting.roomId,
        name: 'motion-supported',
        about: motionId,
        body: { seatId },
      })
    return { motionId, roomId: meeting.roomId }
  },
)
