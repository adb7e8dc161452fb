import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { ReturnMessage } from './contract.ts'
import { holdMessageToKeep } from './hold-message.ts'
import { keepReturn } from './records-keeping.ts'
import { mayReturn } from './rules.ts'

/** Brings back a message that was put aside: it stands where the talk is now. */
export const returnMessage = command(
  ReturnMessage,
  async ({ trx, actor, now, announce, inChain }, { messageId, note }) => {
    const message = await holdMessageToKeep(trx, actor, messageId)
    insist(mayReturn(message))
    const { roomId } = message
    const seq = await announce({ streamId: roomId, name: 'message-returned', about: messageId })
    await keepReturn(trx, messageId, seq, now)
    await keepInLog(
      { trx, inChain },
      { kind: 'message', ...message },
      { moderatorId: actor.id, act: 'return', note, now },
    )
    return { messageId, roomId, seq }
  },
)
