import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { PinMessage } from './contract.ts'
import { holdMessageToKeep } from './hold-message.ts'
import { keepPinned } from './records-keeping.ts'
import { mayPin } from './rules.ts'

/** Puts a message at the head of its room, for everybody; the one that was there before gives way. */
export const pinMessage = command(
  PinMessage,
  async ({ trx, actor, now, announce, inChain }, { messageId, note }) => {
    const message = await holdMessageToKeep(trx, actor, messageId)
    insist(mayPin(message))
    const { roomId } = message
    if (message.pinnedMessageId !== messageId) {
      await keepPinned(trx, roomId, messageId)
      await keepInLog(
        { trx, inChain },
        { kind: 'message', ...message },
        { moderatorId: actor.id, act: 'pin', note, now },
      )
      await announce({ streamId: roomId, name: 'message-pinned', about: messageId })
    }
    return { messageId, roomId }
  },
)
