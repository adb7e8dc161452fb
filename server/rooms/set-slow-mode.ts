import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { keepInLog } from '../moderation/index.ts'
import { SetSlowMode } from './contract.ts'
import { holdRoomToKeep } from './hold-room.ts'
import { keepSlowMode } from './records-keeping.ts'
import { mayKeepOrder, mustSayWhy } from './rules.ts'

/** How long each person waits between two messages in a room; none lets everybody write as they like. */
export const setSlowMode = command(
  SetSlowMode,
  async ({ trx, actor, now, announce, inChain }, { roomId, seconds, note }) => {
    const room = await holdRoomToKeep(trx, actor, roomId)
    insist(mayKeepOrder(room))
    if (room.slowSeconds !== seconds) {
      if (seconds > room.slowSeconds) insist(mustSayWhy(note))
      await keepSlowMode(trx, roomId, seconds)
      const entry = { moderatorId: actor.id, act: 'slow' as const, note, now, detail: seconds }
      await keepInLog({ trx, inChain }, { kind: 'room', ...room }, entry)
      await announce({
        streamId: roomId,
        name: 'slow-mode-set',
        about: roomId,
        body: { seconds },
        changesRules: true,
      })
    }
    return { roomId, seconds }
  },
)
