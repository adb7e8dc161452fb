import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { WithdrawNeed } from './contract.ts'
import { holdNeed, keepWithdrawal } from './records.ts'
import { mayWithdraw } from './rules.ts'

/** Takes a need back: nobody else reads it any more. What already cites it still says that there was one. */
export const withdrawNeed = command(WithdrawNeed, async ({ trx, actor, now, announce }, { needId }) => {
  const need = await holdNeed(trx, actor, needId, now)
  insist(mayWithdraw(need, await powersAt(trx, actor, { consultationId: need.consultationId }, now), actor))
  await keepWithdrawal(trx, need.id)
  await announce({ streamId: need.consultationId, name: 'need-withdrawn', about: need.id })
  return { id: need.id }
})
