import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { WithdrawRecap } from './contract.ts'
import { findRoomToKeep } from './records-keeping.ts'
import { holdRecap, keepRecapWithdrawn } from './records-talk.ts'
import { mustModerate } from './rules.ts'

/** Takes back a recap that was wrong: nobody reads it any more. */
export const withdrawRecap = command(WithdrawRecap, async ({ trx, actor, now, announce }, { recapId }) => {
  const recap = await holdRecap(trx, recapId)
  const room = recap && (await findRoomToKeep(trx, actor, recap.roomId))
  if (!recap || !room) throw new Refusal('unseen', 'recap')
  insist(mustModerate(room))
  if (recap.withdrawnAt === null) {
    await keepRecapWithdrawn(trx, recapId, now)
    await announce({ streamId: recap.roomId, name: 'recap-withdrawn', about: recapId })
  }
  return { recapId, roomId: recap.roomId }
})
