import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { ParkMessage } from './contract.ts'
import { holdMessageToKeep } from './hold-message.ts'
import { keepParked } from './records-keeping.ts'
import { mayPark } from './rules.ts'

/** Puts a message aside, to be talked of later: until then only its author and the moderators read it. */
export const parkMessage = command(
  ParkMessage,
  async ({ trx, actor, now, announce, inChain }, { messageId, note }) => {
    const message = await holdMessageToKeep(trx, actor, messageId)
    insist(mayPark(message))
    const { roomId } = message
    await keepParked(trx, messageId, now)
    await keepInLog(
      { trx, inChain },
      { kind: 'message', ...message },
      { moderatorId: actor.id, act: 'park', note, now },
    )
    await announce({ streamId: roomId, name: 'message-parked', about: messageId })
    return { messageId, roomId }
  },
)
