import { guestCommand } from '../command.ts'
import { SendFeedback } from './contract.ts'
import { keepFeedback } from './records.ts'

/** Says how a page was. Anyone may, without an account; whoever has one is not named either. */
export const sendFeedback = guestCommand(SendFeedback, async ({ trx, actor, ground }, asked) => {
  await ground.limits.take('feedback-by-network', actor.network)
  await keepFeedback(trx, {
    ...asked,
    words: asked.words ?? '',
    language: actor.language,
    email: asked.email ?? null,
    clientId: asked.clientId ?? null,
  })
  return { page: asked.page }
})
