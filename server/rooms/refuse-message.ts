import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { RefuseMessage } from './contract.ts'
import { holdMessageToKeep } from './hold-message.ts'
import { keepRefusal } from './records-keeping.ts'
import { mayDecideOnHeld } from './rules.ts'

/** Keeps a message that waited out of its room for good; its author is told why. */
export const refuseMessage = command(
  RefuseMessage,
  async ({ trx, actor, now, announce, inChain }, { messageId, reason, note }) => {
    const message = await holdMessageToKeep(trx, actor, messageId)
    insist(mayDecideOnHeld(message))
    const { roomId } = message
    await keepRefusal(trx, messageId, now)
    const entry = { moderatorId: actor.id, act: 'refuse' as const, reason, note, now }
    await keepInLog({ trx, inChain }, { kind: 'message', ...message }, entry)
    await announce({ streamId: roomId, name: 'message-refused', about: messageId, body: { reason } })
    return { messageId, roomId }
  },
)
