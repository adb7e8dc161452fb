import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { SettleFeedback } from './contract.ts'
import { keepSettled } from './records.ts'
import { mayReadFeedback } from './rules.ts'

/** Seen to: the words stay to learn from, the address it came with goes. */
export const settleFeedback = command(SettleFeedback, async ({ trx, actor, now }, { feedbackId }) => {
  insist(mayReadFeedback(actor))
  if (!(await keepSettled(trx, { id: feedbackId, personId: actor.id, now })))
    throw new Refusal('unseen', 'feedback')
  return { feedbackId }
})
