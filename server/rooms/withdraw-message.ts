import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { WithdrawMessage } from './contract.ts'
import { findOwnMessage, keepWithdrawal } from './records.ts'

/** Takes one's own words back, whenever one likes: the place stays, the words do not. */
export const withdrawMessage = command(
  WithdrawMessage,
  async ({ trx, actor, now, announce }, { messageId }) => {
    const message = await findOwnMessage(trx, actor, messageId, 'change')
    if (!message) throw new Refusal('unseen', 'message')
    if (message.state !== 'withdrawn') {
      await keepWithdrawal(trx, messageId, now)
      await announce({ streamId: message.roomId, name: 'message-withdrawn', about: messageId })
    }
    return { id: messageId, roomId: message.roomId }
  },
)
