import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { SupportNeed } from './contract.ts'
import { holdNeed, keepSupport } from './records.ts'
import { maySupport } from './rules.ts'
import { supporterOf, tellSupport } from './supporter.ts'

/** Supports a need as oneself, or as an organisation one represents; once each, whichever of its representatives did it. */
export const supportNeed = command(SupportNeed, async (act, { needId, organisationId }) => {
  const { trx, actor, now } = act
  const need = await holdNeed(trx, actor, needId, now)
  const as = await supporterOf(act, need, organisationId)
  insist(maySupport(need, as.organisationId === null ? actor : { organisationId: as.organisationId }))
  if (await keepSupport(trx, { needId: need.id, ...as, at: now }))
    await tellSupport(act, need, 'need-supported')
  return { id: need.id }
})
