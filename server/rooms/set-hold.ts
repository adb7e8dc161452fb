import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { SetHold } from './contract.ts'
import { holdRoomToKeep } from './hold-room.ts'
import { keepHold } from './records-keeping.ts'
import { mayKeepOrder, mustSayWhy } from './rules.ts'

/** From now on messages wait for a moderator, or do not any more; those that wait already go on waiting. */
export const setHold = command(
  SetHold,
  async ({ trx, actor, now, announce, inChain }, { roomId, hold, note }) => {
    const room = await holdRoomToKeep(trx, actor, roomId)
    insist(mayKeepOrder(room))
    const isHeld = hold === 'on'
    if (room.isHeld !== isHeld) {
      if (isHeld) insist(mustSayWhy(note))
      await keepHold(trx, roomId, isHeld ? now : null)
      const entry = { moderatorId: actor.id, act: 'hold' as const, note, now, detail: isHeld ? 1 : 0 }
      await keepInLog({ trx, inChain }, { kind: 'room', ...room }, entry)
      await announce({
        streamId: roomId,
        name: 'hold-set',
        about: roomId,
        body: { hold },
        changesRules: true,
      })
    }
    return { roomId, isHeld }
  },
)
