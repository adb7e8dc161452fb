import { command } from '../command.ts'
import { SupportNeed } from './contract.ts'
import { dropSupport, holdNeed } from './records.ts'
import { supporterOf, tellSupport } from './supporter.ts'

export const withdrawSupport = command(SupportNeed, async (act, { needId, organisationId }) => {
  const { trx, actor, now } = act
  const need = await holdNeed(trx, actor, needId, now)
  const as = await supporterOf(act, need, organisationId)
  if (await dropSupport(trx, { needId: need.id, ...as }))
    await tellSupport(act, need, 'need-support-withdrawn')
  return { id: need.id }
})
