import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { EditMessage } from './contract.ts'
import { findOwnMessage, keepNewText } from './records.ts'
import { mayEdit } from './rules.ts'

/** Changes one's own words; what they said before is kept for moderators. */
export const editMessage = command(
  EditMessage,
  async ({ trx, actor, now, announce }, { messageId, text }) => {
    const message = await findOwnMessage(trx, actor, messageId, 'change')
    if (!message) throw new Refusal('unseen', 'message')
    insist(mayEdit(message))
    if (message.text !== text) {
      await keepNewText(trx, messageId, text, now)
      await announce({ streamId: message.roomId, name: 'message-edited', about: messageId })
    }
    return { id: messageId, roomId: message.roomId }
  },
)
