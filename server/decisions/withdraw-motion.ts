import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { mustBeOpen } from '../meetings/index.ts'
import { insist } from '../refusal.ts'
import { WithdrawMotion } from './contract.ts'
import { holdMotion } from './hold-motion.ts'
import { keepWithdrawn } from './records.ts'
import { mayWithdraw } from './rules.ts'

/** The seat that moved it takes it back, until it is put to the vote. That it was moved stays known. */
export const withdrawMotion = command(WithdrawMotion, async ({ trx, actor, now, announce }, { motionId }) => {
  const { meeting, motion } = await holdMotion(trx, actor, motionId)
  const { seats } = await powersAt(trx, actor, { tableId: meeting.tableId }, now)
  insist(mayWithdraw(motion, seats))
  if (motion.state === 'moved') {
    insist(mustBeOpen(meeting))
    await keepWithdrawn(trx, motionId, actor.id, now)
    await announce({ streamId: meeting.roomId, name: 'motion-withdrawn', about: motionId })
  }
  return { motionId, roomId: meeting.roomId }
})
