import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowOwnMessage, type OwnMessage } from './contract.ts'
import { findOwnMessage } from './records.ts'

/** One's own message, to edit or withdraw it. */
export const showOwnMessage = query(
  ShowOwnMessage,
  async ({ db, actor }, { messageId }): Promise<OwnMessage> => {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const message = await findOwnMessage(db, actor, messageId)
    if (!message || message.state === 'withdrawn') throw new Refusal('unseen', 'message')
    const { id, roomId, text, language, state, because } = message
    return { id, roomId, text, language, state, because }
  },
)
