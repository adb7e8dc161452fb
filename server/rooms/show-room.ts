import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowRoom, type RoomShown } from './contract.ts'
import { readNewestPage } from './newest-page.ts'
import { listOwnWaiting } from './records-keeping.ts'
import { authorMark, listMessages } from './records-reading.ts'
import { findRoom } from './records.ts'
import { maySpeak } from './rules.ts'

/** A room with its newest messages, or a page of older ones. */
export const showRoom = query(
  ShowRoom,
  async ({ db, ground, actor, now }, { roomId, before }): Promise<RoomShown> => {
    const me = actor.kind === 'person' ? actor.id : null
    const room = await findRoom(db, actor, roomId, now)
    if (!room) throw new Refusal('unseen', 'room')
    const page =
      before === undefined
        ? await readNewestPage(ground, { roomId, seq: room.seq, reader: me }, now)
        : await listMessages(db, roomId, me, { before: Math.min(before, room.seq + 1) })
    const verdict = maySpeak(room, actor)
    return {
      ...page,
      id: room.id,
      consultation: { id: room.consultationId, title: saidIn(room.title, actor.language) },
      isOpen: room.isOpen,
      isMembersOnly: room.isMembersOnly,
      seq: room.seq,
      me: me && authorMark(roomId, me),
      maySpeak: verdict === true || verdict.reason,
      mayModerate: room.mayModerate,
      mayKeepOrder: room.mayKeepOrder,
      seats: verdict === true ? room.seats : [],
      waiting: me && room.hasWaiting ? await listOwnWaiting(db, me, roomId) : [],
      organisations: room.organisations,
      here: room.here,
      updatedAt: room.updatedAt?.toISOString() ?? null,
    }
  },
)
