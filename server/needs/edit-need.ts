import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { insist } from '../refusal.ts'
import { acceptNeed } from './accept-need.ts'
import { EditNeed } from './contract.ts'
import { holdNeed, keepEdit } from './records.ts'
import { mayEdit } from './rules.ts'

/** Changes what a need says, while the consultation still listens; the page says that it was changed, and when. */
export const editNeed = command(EditNeed, async ({ trx, actor, now, announce }, { needId, ...asked }) => {
  const need = await holdNeed(trx, actor, needId, now)
  insist(mayEdit(need, await powersAt(trx, actor, { consultationId: need.consultationId }, now), actor))
  await keepEdit(trx, need.id, await acceptNeed(trx, asked, now), now)
  await announce({ streamId: need.consultationId, name: 'need-edited', about: need.id })
  return { id: need.id }
})
