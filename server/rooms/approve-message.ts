import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { ApproveMessage } from './contract.ts'
import { holdMessageToKeep } from './hold-message.ts'
import { keepApproval } from './records-keeping.ts'
import { mayApprove } from './rules.ts'

/** Lets a message that waited into its room: its place is the one that it takes now. */
export const approveMessage = command(
  ApproveMessage,
  async ({ trx, actor, now, announce, inChain }, { messageId, note }) => {
    const message = await holdMessageToKeep(trx, actor, messageId)
    insist(mayApprove(message))
    const { roomId } = message
    const seq = await announce({ streamId: roomId, name: 'message-approved', about: messageId })
    await keepApproval(trx, messageId, seq, now)
    await keepInLog(
      { trx, inChain },
      { kind: 'message', ...message },
      { moderatorId: actor.id, act: 'approve', note, now },
    )
    if (message.hasMentions) await announce({ streamId: roomId, name: 'seats-mentioned', about: messageId })
    return { messageId, roomId, seq }
  },
)
