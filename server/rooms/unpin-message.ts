import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { UnpinMessage } from './contract.ts'
import { holdMessageToKeep } from './hold-message.ts'
import { keepPinned } from './records-keeping.ts'
import { mayKeepOrder } from './rules.ts'

/** Takes a message from the head of its room, if it is the one that is there. */
export const unpinMessage = command(
  UnpinMessage,
  async ({ trx, actor, now, announce, inChain }, { messageId, note }) => {
    const message = await holdMessageToKeep(trx, actor, messageId)
    insist(mayKeepOrder(message))
    const { roomId } = message
    if (message.pinnedMessageId === messageId) {
      await keepPinned(trx, roomId, null)
      await keepInLog(
        { trx, inChain },
        { kind: 'message', ...message },
        { moderatorId: actor.id, act: 'unpin', note, now },
      )
      await announce({ streamId: roomId, name: 'message-unpinned', about: messageId })
    }
    return { messageId, roomId }
  },
)
